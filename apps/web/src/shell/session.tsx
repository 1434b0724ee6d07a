import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useNavigate } from 'react-router';
import type { AssignmentRole, GrantRole, SessionView } from '#lib/contracts';
import { whenSessionEnds } from '../api/client.js';
import { isProblem } from '../api/problem-error.js';
import { getSession, signInPath } from '../api/session.js';
import { setLocale } from '../i18n/texts.js';
import { Loading } from './loading.js';
import { Failed } from './failed-page.js';

const SessionContext = createContext<SessionView | null>(null);

/** Who is signed in. Only inside {@link SignedIn}. */
export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (!session) throw new TypeError('There is no session outside SignedIn.');
  return session;
}

/** True when the person holds one of the roles, wherever that is; the server decides what is shown. */
export function hasRole(session: SessionView, ...roles: (GrantRole | AssignmentRole)[]): boolean {
  return session.grants.some(({ role }) => roles.includes(role)) || session.assignments.some(({ role }) => roles.includes(role));
}

/** Shows its children to somebody signed in, and the sign-in page to anybody else. */
export function SignedIn({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common');
  const location = useLocation();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({ queryKey: ['session'], queryFn: getSession, staleTime: 60_000 });
  const here = location.pathname + location.search;

  useEffect(() => {
    whenSessionEnds(() => void navigate(`${signInPath(here)}&ended=1`));
  }, [navigate, here]);
  useEffect(() => {
    if (data && !localeChosen()) setLocale(data.account.locale);
  }, [data]);

  if (isProblem(error) && error.status === 401) return <Navigate to={signInPath(here)} replace />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  // Begun in the hall: it may sit its exam and open nothing else.
  if (data?.exam) {
    window.location.replace('/exam/');
    return <Loading text={t('state.loading')} />;
  }
  if (!data) return <Loading text={t('state.loading')} />;
  return <SessionContext.Provider value={data}>{children}</SessionContext.Provider>;
}

function localeChosen(): boolean {
  try {
    return localStorage.getItem('kaosai.locale') !== null || new URLSearchParams(window.location.search).has('lang');
  } catch {
    return true;
  }
}
