import { useTranslation } from 'react-i18next';
import { usePath } from '../look/use-route.js';
import { lazy, Suspense, useEffect } from 'react';
import { AttemptPage } from './attempt-page.js';
import { ListPage } from './list-page.js';
import { NotesPage } from './notes-page.js';

const EntryPage = lazy(() => import('./entry-page.js').then((page) => ({ default: page.EntryPage })));
const ResultPage = lazy(() => import('./result-page.js').then((page) => ({ default: page.ResultPage })));

/** `/exam/` my exams, `/exam/sign-in` signing in at the hall, `/exam/<examId>` notes, `/exam/attempt/<id>` the exam itself, `/exam/attempt/<id>/result`. */
export function ExamApp() {
  const { t } = useTranslation(['exam', 'common']);
  const path = usePath();
  const parts = path.split('/').filter(Boolean);
  useEffect(() => { document.title = `${t('exam:list.title')} · ${t('common:brand')}`; }, [t]);

  if (parts[1] === 'attempt' && parts[2] && parts[3] === 'result') return <Suspense fallback={null}><ResultPage attemptId={parts[2]} /></Suspense>;
  if (parts[1] === 'attempt' && parts[2]) return <AttemptPage key={parts[2]} attemptId={parts[2]} />;
  if (parts[1] === 'sign-in') return <Suspense fallback={null}><EntryPage /></Suspense>;
  if (parts[1]) return <NotesPage examId={parts[1]} />;
  return <ListPage />;
}
