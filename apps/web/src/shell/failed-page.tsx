import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { NetworkError, ProblemError } from '../api/problem-error.js';
import { Button, EmptyState, Note } from '../look/parts.js';

/** The words for whatever went wrong: the server's own, or that it cannot be reached. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation('common');
  return (error) => {
    if (error instanceof ProblemError) return error.problem.title;
    return error instanceof NetworkError ? t('error.network') : t('error.unexpected');
  };
}

/** A failure that stays on the page, with the way on. */
export function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('common');
  const text = useErrorText();
  return (
    <main className="sheet-page">
      <h1 className="h1">{t('error.title')}</h1>
      <div className="wenwu" style={{ margin: '12px 0 24px' }} />
      <Note tone="bad" live>
        <p>{text(error)}</p>
        <Button icon="refresh" onClick={onRetry} style={{ marginTop: 12 }}>{t('action.retry')}</Button>
      </Note>
    </main>
  );
}

/** What the router shows when a page throws or cannot be loaded. */
export function PageFailed() {
  return <Failed error={useRouteError()} onRetry={() => location.reload()} />;
}

export function NotFoundPage() {
  const { t } = useTranslation('common');
  return (
    <div className="pg">
      <EmptyState title={t('error.notFound')} action={<a className="btn" href="/">{t('action.home')}</a>}>
        {t('error.notFoundHint')}
      </EmptyState>
    </div>
  );
}
