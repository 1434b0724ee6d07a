import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createBrowserRouter, RouterProvider, type RouteObject } from 'react-router';
import { isProblem } from '../api/problem-error.js';
import { organizerRoutes } from '../organizer/routes.js';
import { AppFrame } from './app-frame.js';
import { BoardsPage } from './boards-page.js';
import { HomePage } from './home-page.js';
import { NotFoundPage, PageFailed } from './failed-page.js';
import { ProfilePage } from './profile-page.js';
import { SignedIn } from './session.js';
import { SetUpPage } from './set-up-page.js';
import { SignInPage } from './sign-in-page.js';

const queries = new QueryClient({
  defaultOptions: { queries: { retry: (failures, error) => failures < 2 && !isProblem(error), staleTime: 5_000, refetchOnWindowFocus: true } },
});

const inside: RouteObject[] = [
  { index: true, element: <HomePage /> },
  { path: 'me', element: <ProfilePage /> },
  { path: 'heats/:heatId/entries/:entryId/explanation', lazy: () => import('../results/explanation-page.js').then(({ EntryExplanationPage }) => ({ Component: EntryExplanationPage })) },
  ...organizerRoutes,
  { path: '*', element: <NotFoundPage /> },
];

const pages: RouteObject[] = [
  { path: '/sign-in', element: <SignInPage />, errorElement: <PageFailed /> },
  { path: '/setup', element: <SetUpPage />, errorElement: <PageFailed /> },
  { path: '/boards', element: <BoardsPage />, errorElement: <PageFailed /> },
  { path: '/public/heats/:heatId/entries/:startNumber', errorElement: <PageFailed />, lazy: () => import('../results/explanation-page.js').then(({ PublicExplanationPage }) => ({ Component: PublicExplanationPage })) },
  {
    element: <SignedIn><AppFrame /></SignedIn>,
    errorElement: <PageFailed />,
    children: [{ errorElement: <PageFailed />, children: inside }],
  },
];

const router = createBrowserRouter([{ hydrateFallbackElement: <p className="loading" aria-busy="true" />, children: pages }]);

/** Sign-in, home, results, and the organizers' side, which is loaded when it is first opened. */
export function App() {
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
