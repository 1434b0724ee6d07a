/** UUIDv7, made by the application. */
export type Id = string;
/** RFC 3339 in UTC with milliseconds, for example `2026-11-23T06:02:11.000Z`. */
export type Instant = string;
/** A calendar day of the installation's time zone, `2026-11-23`. */
export type Day = string;
/** An exact decimal as text, for example `"88.01"`. Points, marks and scores are never JSON numbers. */
export type DecimalString = string;
export type Locale = 'zh-CN' | 'en';

/** A text that organizers write; Chinese is always there. */
export interface Title {
  zh: string;
  en?: string;
}

/** One page of a list; pass `next` back as `cursor`. */
export interface Page<T> {
  items: T[];
  next: string | null;
  total?: number;
}

/** What every list accepts. `sort` names a field of the list's allow-list, `-` before it turns it round. */
export interface ListQuery {
  q?: string;
  sort?: string;
  cursor?: string;
  limit?: number;
}

export interface FieldProblem {
  path: string;
  code: string;
  params?: Record<string, unknown>;
}

/** RFC 9457 problem+json; over sockets the same body is the ack's `problem`. */
export interface Problem {
  type: string;
  code: string;
  /** In the language of the request. */
  title: string;
  status: number;
  params: Record<string, unknown>;
  errors?: FieldProblem[];
  requestId?: string;
}

export type OperationState = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';

/** Long work: poll `/api/v1/operations/{id}`. */
export interface OperationView {
  id: Id;
  kind: string;
  state: OperationState;
  done: number;
  total: number | null;
  result: Record<string, unknown> | null;
  problem: { code: string; params: Record<string, unknown> } | null;
  cancellable: boolean;
  createdAt: Instant;
}

/** The server's clock; the client's clock decides nothing. */
export interface ClockView {
  now: Instant;
}

export interface HealthView {
  status: 'ok' | 'unavailable';
  checks: Record<string, { ok: boolean; detail?: string }>;
}
