import type { ClockView, Locale, SessionView, SignIn } from '#lib/contracts';
import { api, rememberSession } from './client.js';

export async function getSession(): Promise<SessionView> {
  return rememberSession(await api.get<SessionView>('/session'));
}

export async function signIn(command: SignIn): Promise<SessionView> {
  return rememberSession(await api.post<SessionView>('/session', command));
}

export function signOut(): Promise<void> {
  return api.delete('/session');
}

export function saveLocale(locale: Locale): Promise<void> {
  return api.put<void>('/session/locale', { locale });
}

export function getClock(): Promise<ClockView> {
  return api.get<ClockView>('/clock', undefined, { timeoutMs: 2_000 });
}

/** Where to sign in, with the way back. */
export function signInPath(back: string = location.pathname + location.search): string {
  return `/sign-in?next=${encodeURIComponent(back)}`;
}
