import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateBody, Id } from '#lib/contracts';
import { Icon } from '../look/icon.js';
import type { FieldProps } from './answer-fields.js';

/** A file that was handed in. */
export interface HandedIn {
  id: Id;
  name: string;
  size: number;
}

/** Hands a file in and tells how far it is, 0 to 1; and finds those that were. */
export interface HandIn {
  put: (file: File, onProgress: (share: number) => void) => Promise<HandedIn>;
  nameOf: (id: Id) => string | null;
  hrefOf: (id: Id) => string;
}

const types: Record<Extract<CandidateBody, { kind: 'file' }>['accept'][number], string> = {
  document: '.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.txt,.md', image: 'image/*', audio: 'audio/*', video: 'video/*',
};

/** Files or a video: chosen, sent with its progress, listed; each can be taken back until the end. */
export function FileField({ question, name, given, onGive, handIn }: FieldProps<'file'> & { handIn?: HandIn | undefined }) {
  const { t } = useTranslation('question');
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const files = given.files ?? [];
  const full = files.length >= question.maxFiles;
  const send = async (file: File): Promise<void> => {
    if (file.size > question.maxBytes) return setProblem(t('fileTooLarge', { name: file.name, limit: megabytes(question.maxBytes) }));
    setProblem(null);
    setSending({ name: file.name, share: 0 });
    try {
      const { id } = await handIn!.put(file, (share) => setSending({ name: file.name, share }));
      onGive({ files: [...files, id] }, 'chosen');
    } catch (error) {
      setProblem(t('fileFailed', { name: file.name, why: error instanceof Error ? error.message : '' }));
    } finally {
      setSending(null);
    }
  };
  return (
    <div className="hand-in">
      <p className="hint">{t('fileLimits', { kinds: question.accept.map((kind) => t(`file.${kind}`)).join(t('or')), count: question.maxFiles, limit: megabytes(question.maxBytes) })}</p>
      <ul>
        {files.map((id) => (
          <li key={id}>
            <Icon name="check" />
            {handIn ? <a href={handIn.hrefOf(id)} target="_blank" rel="noreferrer">{handIn.nameOf(id) ?? t('fileNamed')}</a> : <span>{t('fileNamed')}</span>}
            <button type="button" className="btn sm quiet" onClick={() => onGive({ files: files.filter((one) => one !== id) }, 'chosen')}>{t('fileRemove')}</button>
          </li>
        ))}
        {sending && <li aria-busy="true"><Icon name="upload" /><span>{sending.name}</span><progress value={sending.share} max={1} aria-label={sending.name} /></li>}
      </ul>
      {problem && <p className="hand-in-problem" role="alert"><Icon name="warn" />{problem}</p>}
      {!full && (
        <label className={`btn ${!handIn || sending ? 'off' : ''}`}>
          <Icon name="upload" />{t('fileChoose')}
          <input className="vh" type="file" name={`slot-${name}`} accept={question.accept.map((kind) => types[kind]).join(',')} disabled={!handIn || sending !== null}
            onChange={(event) => { const file = event.target.files?.[0]; event.target.value = ''; if (file) void send(file); }} />
        </label>
      )}
    </div>
  );
}

function megabytes(bytes: number): string {
  return bytes >= 1_048_576 ? `${Math.round(bytes / 104_857.6) / 10} MB` : `${Math.ceil(bytes / 1024)} kB`;
}
