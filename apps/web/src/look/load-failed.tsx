import { useTranslation } from 'react-i18next';
import { NetworkError, ProblemError } from '../api/problem-error.js';
import { signInPath } from '../api/session.js';
import { Button, Note } from './parts.js';

/** What went wrong in words, and the way on; for the light entries. */
export function LoadFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('common');
  const signedOut = error instanceof ProblemError && error.status === 401;
  const text = error instanceof ProblemError ? error.problem.title : error instanceof NetworkError ? t('error.network') : t('error.unexpected');
  return (
    <Note tone={signedOut ? 'warn' : 'bad'} live>
      <p>{text}</p>
      <p style={{ marginTop: 12 }}>
        {signedOut ? <a className="btn pri" href={signInPath()}>{t('action.signIn')}</a> : <Button icon="refresh" onClick={onRetry}>{t('action.retry')}</Button>}
      </p>
    </Note>
  );
}
