import type { ReactNode } from 'react';
import { errorText, type Problem } from '#lib/contracts';
import { ProblemError } from '../../api/problem-error.js';
import { Icon } from '../../look/icon.js';
import { useWords } from './words.js';

/** The problem a failed call carries; a call that never reached the server reads as unavailable. */
export function problemOf(error: unknown): Problem | null {
  if (!error) return null;
  if (error instanceof ProblemError) return error.problem;
  return { type: 'about:blank', code: 'service.unavailable', title: '', status: 503, params: {} };
}

/** What is wrong with the field at `path`, in the reader's language. */
export function fieldError(error: unknown, path: string, locale: string): string | undefined {
  const found = problemOf(error)?.errors?.find((field) => field.path === path || field.path.startsWith(`${path}.`));
  return found && errorText(found.code, locale, found.params);
}

/**
 * A refusal, where it belongs: what happened and what to do. A stale version offers the newer state beside the kept input.
 * Field errors that no field shows are listed here.
 */
export function ProblemNote({ error, shown = [], onReload, children }: { error: unknown; shown?: string[]; onReload?: () => void; children?: ReactNode }) {
  const { t, en } = useWords();
  const problem = problemOf(error);
  if (!problem) return null;
  const locale = en ? 'en' : 'zh-CN';
  const loose = (problem.errors ?? []).filter(({ path }) => !shown.some((known) => path === known || path.startsWith(`${known}.`)));
  return (
    <div className="org-problem" role="alert">
      <Icon name="warn" />
      <div>
        <p className="b">{errorText(problem.code, locale, problem.params)}</p>
        {loose.length > 0 && <ul>{loose.map(({ path, code, params }) => <li key={path + code}><span className="mono">{path}</span> {errorText(code, locale, params)}</li>)}</ul>}
        {children}
        {problem.code === 'version.stale' && onReload && (
          <p className="org-problem-act">{t('problem.staleHint')} <button type="button" className="btn sm" onClick={onReload}>{t('problem.reload')}</button></p>
        )}
      </div>
    </div>
  );
}
