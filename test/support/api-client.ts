import { setTimeout as sleep } from 'node:timers/promises';
import type { Ack, ClientEvents, OperationView, Problem, ServerEvents, SessionView } from '#lib/contracts';
import { io, type Socket } from 'socket.io-client';

/** A refusal of the server, as a test or the simulator sees it. */
export class Refused extends Error {
  constructor(readonly status: number, readonly problem: Problem) {
    super(`${status} ${problem.code}`);
  }
}

interface Sending {
  ifMatch?: number;
  idempotencyKey?: string;
  headers?: Record<string, string>;
}

/** One person at the public API: cookies and token kept as a browser would, nothing else known of the server. */
export class ApiClient {
  private cookies = new Map<string, string>();
  session: SessionView | null = null;

  constructor(readonly baseUrl: string) {}

  static async signedIn(baseUrl: string, username: string, password: string): Promise<ApiClient> {
    const client = new ApiClient(baseUrl);
    await client.signIn(username, password);
    return client;
  }

  async signIn(username: string, password: string): Promise<SessionView> {
    this.session = await this.post<SessionView>('/session', { username, password });
    return this.session;
  }

  get<T>(path: string): Promise<T> { return this.send<T>('GET', path); }
  post<T>(path: string, body: unknown = {}, sending: Sending = {}): Promise<T> { return this.send<T>('POST', path, body, sending); }
  put<T>(path: string, body: unknown, sending: Sending = {}): Promise<T> { return this.send<T>('PUT', path, body, sending); }
  delete(path: string): Promise<void> { return this.send<void>('DELETE', path); }

  /** @throws Refused for any answer that is not 2xx; TypeError (of fetch) when no answer came. */
  async send<T>(method: string, path: string, body?: unknown, { ifMatch, idempotencyKey, headers }: Sending = {}): Promise<T> {
    const response = await this.raw(method, path, body, {
      ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
      ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
      ...headers,
    });
    if (response.status === 204) return undefined as T;
    const answer: unknown = await response.json();
    if (!response.ok) throw new Refused(response.status, answer as Problem);
    return answer as T;
  }

  /** The answer as it is; a path that does not begin with `/api` or `/health` is one of `/api/v1`. */
  async raw(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const form = body instanceof FormData;
    const response = await fetch(`${this.baseUrl}${/^\/(api|health|metrics)/.test(path) ? '' : '/api/v1'}${path}`, {
      method,
      redirect: 'manual',
      body: method === 'GET' || method === 'DELETE' || body === undefined ? undefined : form ? body : JSON.stringify(body),
      headers: {
        Origin: new URL(this.baseUrl).origin,
        Cookie: this.cookie,
        ...(this.session ? { 'X-CSRF-Token': this.session.csrfToken } : {}),
        ...(form || body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) this.cookies.set(name, value);
    }
    return response;
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Follows long work to its end. */
  async finished(operation: OperationView): Promise<OperationView> {
    let present = operation;
    while (present.state === 'queued' || present.state === 'running') {
      await sleep(100);
      present = await this.get<OperationView>(`/operations/${operation.id}`);
    }
    return present;
  }

  /** A socket of this person; reconnects by itself. */
  socket(): LiveSocket {
    return new LiveSocket(io(this.baseUrl, { transports: ['websocket'], reconnectionDelay: 100, reconnectionDelayMax: 1_000, extraHeaders: { Cookie: this.cookie, Origin: new URL(this.baseUrl).origin } }));
  }
}

type CommandName = Exclude<keyof ClientEvents, 'watch' | 'unwatch'>;
type Command<N extends keyof ClientEvents> = Parameters<ClientEvents[N]>[0];
type Answer<N extends keyof ClientEvents> = Parameters<Parameters<ClientEvents[N]>[1]>[0] extends Ack<infer T> ? T : never;

/** Commands with their acks as promises. */
export class LiveSocket {
  constructor(readonly socket: Socket<ServerEvents, ClientEvents>) {}

  /** @throws Refused with the ack's problem; Error when no ack came in time. */
  async command<N extends CommandName | 'watch' | 'unwatch'>(name: N, command: Command<N>, timeoutMs = 5_000): Promise<Answer<N>> {
    const emit = this.socket.timeout(timeoutMs).emitWithAck as (event: string, body: unknown) => Promise<Ack<Answer<N>>>;
    const ack = await emit.call(this.socket.timeout(timeoutMs), name, command);
    if (ack.problem) throw new Refused(ack.problem.status, ack.problem);
    return ack.ok as Answer<N>;
  }

  close(): void {
    this.socket.close();
  }
}

/** Waits until `read` gives something other than undefined; the last error or a timeout is thrown. */
export async function eventually<T>(read: () => Promise<T | undefined | null | false>, what: string, timeoutMs = 15_000): Promise<T> {
  const until = performance.now() + timeoutMs;
  let last: unknown;
  while (performance.now() < until) {
    try {
      const value = await read();
      if (value !== undefined && value !== null && value !== false) return value;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await sleep(50);
  }
  throw new Error(`Not in ${timeoutMs} ms: ${what}${last ? ` (${(last as Error).message})` : ''}`);
}
