import type { Problem, SessionView } from '#lib/contracts';
import type { ClientPath } from './paths.js';
import { currentLocale } from '../i18n/texts.js';
import { NetworkError, ProblemError } from './problem-error.js';

export interface RequestOptions {
  query?: Record<string, string | number | boolean | null | undefined>;
  body?: unknown;
  /** The version that was read; sent as If-Match. */
  ifMatch?: number;
  /** One key per intended creation: a repeated press creates once. */
  idempotencyKey?: string;
  timeoutMs?: number;
  /** Lets the request outlive the page. */
  keepalive?: boolean;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const root = '/api/v1';
let csrfToken: string | null = null;
let onSessionEnded: (() => void) | null = null;

/** Called when the server says that nobody is signed in (any more). */
export function whenSessionEnds(listener: () => void): void {
  onSessionEnded = listener;
}

/** Keeps the token that state-changing requests carry. */
export function rememberSession(session: SessionView): SessionView {
  csrfToken = session.csrfToken;
  return session;
}

export const api = {
  get: <T>(path: ClientPath, query?: RequestOptions['query'], options: RequestOptions = {}): Promise<T> => request<T>('GET', path, { ...options, query }),
  post: <T>(path: ClientPath, body?: unknown, options: RequestOptions = {}): Promise<T> => request<T>('POST', path, { ...options, body }),
  put: <T>(path: ClientPath, body?: unknown, options: RequestOptions = {}): Promise<T> => request<T>('PUT', path, { ...options, body }),
  delete: (path: ClientPath, options: RequestOptions = {}): Promise<void> => request<void>('DELETE', path, options),
};

/**
 * Sends one request and gives the body of the answer.
 *
 * @throws ProblemError when the server refuses, NetworkError when no answer came in time.
 */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const first = await send(method, path, options);
  if (first.ok) return read<T>(first);
  const problem = await readProblem(first);
  if (problem.code !== 'request.csrf') throw refuse(problem, path);
  // The token is renewed with the session: read it once more, then the same request again.
  rememberSession(await read<SessionView>(await send('GET', '/session', {})));
  const second = await send(method, path, options);
  if (second.ok) return read<T>(second);
  throw refuse(await readProblem(second), path);
}

async function send(method: Method, path: string, options: RequestOptions): Promise<Response> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), options.timeoutMs ?? 20_000);
  const isForm = options.body instanceof FormData;
  try {
    return await fetch(root + path + toQuery(options.query), {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      keepalive: options.keepalive,
      signal: controller.signal,
      headers: toHeaders(method, options, isForm),
      body: options.body === undefined ? undefined : isForm ? (options.body as FormData) : JSON.stringify(options.body),
    });
  } catch (error) {
    throw new NetworkError(error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
  }
}

function toHeaders(method: Method, options: RequestOptions, isForm: boolean): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': currentLocale() };
  if (method !== 'GET' && csrfToken) headers['X-CSRF-Token'] = csrfToken;
  if (options.body !== undefined && !isForm) headers['Content-Type'] = 'application/json';
  if (options.ifMatch !== undefined) headers['If-Match'] = `"${options.ifMatch}"`;
  if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey;
  return headers;
}

/** What an upload by other means than {@link request} has to carry. */
export function uploadHeaders(): Record<string, string> {
  return toHeaders('POST', {}, true);
}

function toQuery(query: RequestOptions['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  const text = search.toString();
  return text ? `?${text}` : '';
}

async function read<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T;
  try {
    return (await response.json()) as T;
  } catch (error) {
    // Cut off half way: whether it was done is unknown, as when no answer comes.
    throw new NetworkError(error instanceof Error ? error.message : String(error));
  }
}

async function readProblem(response: Response): Promise<Problem> {
  try {
    const body = (await response.json()) as Problem;
    if (typeof body.code === 'string') return { ...body, params: body.params ?? {}, status: body.status ?? response.status };
  } catch {
    // A proxy's page instead of a problem: judged by its status below.
  }
  if (response.status >= 502) throw new NetworkError(`HTTP ${response.status}`);
  return { type: 'about:blank', code: 'internal', title: `HTTP ${response.status}`, status: response.status, params: {} };
}

function refuse(problem: Problem, path: string): ProblemError {
  if (problem.status === 401 && path !== '/session') onSessionEnded?.();
  return new ProblemError(problem);
}
