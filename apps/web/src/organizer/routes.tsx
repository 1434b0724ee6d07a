import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, type RouteObject } from 'react-router';

/** The organizers' pages; everything of theirs, Ant Design and their texts too, is loaded when the first of them is opened. */
export const organizerRoutes: RouteObject[] = [
  {
    lazy: () => import('./organizer-root.js').then(({ OrganizerRoot }) => ({ Component: OrganizerRoot })),
    hydrateFallbackElement: <Reading />,
    children: [
      { path: 'bank', lazy: () => import('./bank/questions-page.js').then(({ QuestionsPage }) => ({ Component: QuestionsPage })) },
      { path: 'bank/new', lazy: () => import('./bank/editor/question-editor-page.js').then(({ QuestionEditorPage }) => ({ Component: QuestionEditorPage })) },
      { path: 'bank/review', lazy: () => import('./bank/review-page.js').then(({ ReviewPage }) => ({ Component: ReviewPage })) },
      { path: 'bank/:id', lazy: () => import('./bank/question-page.js').then(({ QuestionPage }) => ({ Component: QuestionPage })) },
      { path: 'bank/:id/edit', lazy: () => import('./bank/editor/question-editor-page.js').then(({ QuestionEditorPage }) => ({ Component: QuestionEditorPage })) },
      { path: 'bank/import', lazy: () => import('./bank/import-page.js').then(({ ImportPage }) => ({ Component: ImportPage })) },
      { path: 'papers', lazy: () => import('./papers/papers-page.js').then(({ PapersPage }) => ({ Component: PapersPage })) },
      { path: 'papers/new', lazy: () => import('./papers/paper-page.js').then(({ PaperPage }) => ({ Component: PaperPage })) },
      { path: 'papers/:id', lazy: () => import('./papers/paper-page.js').then(({ PaperPage }) => ({ Component: PaperPage })) },
      { path: 'references', lazy: () => import('./references/references-page.js').then(({ ReferencesPage }) => ({ Component: ReferencesPage })) },
      { path: 'references/new', lazy: () => import('./references/reference-new-page.js').then(({ ReferenceNewPage }) => ({ Component: ReferenceNewPage })) },
      { path: 'references/:id', lazy: () => import('./references/reference-page.js').then(({ ReferencePage }) => ({ Component: ReferencePage })) },
      { path: 'exams', lazy: () => import('./exams/exams-page.js').then(({ ExamsPage }) => ({ Component: ExamsPage })) },
      { path: 'exams/new', lazy: () => import('./exams/exam-new-page.js').then(({ ExamNewPage }) => ({ Component: ExamNewPage })) },
      { path: 'exams/:id/wall', lazy: () => import('./wall/wall-page.js').then(({ WallPage }) => ({ Component: WallPage })) },
      { path: 'exams/:id/rooms/:roomId/print', lazy: () => import('./exams/room-print-page.js').then(({ RoomPrintPage }) => ({ Component: RoomPrintPage })) },
      { path: 'exams/:id', lazy: () => import('./exams/exam-page.js').then(({ ExamPage }) => ({ Component: ExamPage })) },
      { path: 'competitions', lazy: () => import('./competitions/editions-page.js').then(({ EditionsPage }) => ({ Component: EditionsPage })) },
      { path: 'competitions/new', lazy: () => import('./competitions/edition-new-page.js').then(({ EditionNewPage }) => ({ Component: EditionNewPage })) },
      { path: 'competitions/:editionId', lazy: () => import('./competitions/edition-page.js').then(({ EditionPage }) => ({ Component: EditionPage })) },
      { path: 'people', lazy: () => import('./people/people-page.js').then(({ PeoplePage }) => ({ Component: PeoplePage })) },
      { path: 'audit', lazy: () => import('./audit/audit-page.js').then(({ AuditPage }) => ({ Component: AuditPage })) },
    ],
  },
  { path: 'questions/*', element: <Renamed from="/questions" to="/bank" /> },
  { path: 'editions/*', element: <Renamed from="/editions" to="/competitions" /> },
];

/** The API's words in the address bar lead to the page, too. */
function Renamed({ from, to }: { from: string; to: string }) {
  const { pathname, search } = useLocation();
  return <Navigate to={to + pathname.slice(from.length) + search} replace />;
}

function Reading() {
  const { t } = useTranslation('common');
  return <p className="loading" role="status">{t('state.loading')}</p>;
}
