import type { Day, Id, Instant, Locale, Title } from './wire.js';

/** Granted at an organization node, valid for its subtree. */
export type GrantRole =
  | 'system_admin' | 'security_admin' | 'audit_admin'
  | 'organizer' | 'question_author' | 'question_reviewer'
  | 'team_leader' | 'leader' | 'supervisor';

/** Held on one object, from – to. */
export type AssignmentRole =
  | 'judge' | 'chief_judge' | 'scorekeeper'
  | 'invigilator' | 'chief_invigilator' | 'marker' | 'chief_marker' | 'host';

export type AssignmentObject = 'edition' | 'heat' | 'stage' | 'exam' | 'room';

export interface OrgUnitRef {
  id: Id;
  code: string;
  title: Title;
}

export interface OrgUnitView extends OrgUnitRef {
  parentId: Id | null;
  kind: 'system' | 'unit' | 'department';
  people: number;
}

export interface ZoneView {
  id: Id;
  code: string;
  title: Title;
  leadUnit: OrgUnitRef;
  units: OrgUnitRef[];
}

/** A dated grouping of units for training and contests. */
export interface ZonePlanView {
  id: Id;
  title: Title;
  validFrom: Day;
  validTo: Day | null;
  zones: ZoneView[];
}

export interface PersonView {
  id: Id;
  name: string;
  staffNumber: string | null;
  kind: 'staff' | 'guest';
  state: 'on_duty' | 'seconded' | 'left' | 'retired';
  unit: OrgUnitRef | null;
  department: OrgUnitRef | null;
  account: { id: Id; username: string; disabled: boolean; version: number } | null;
}

export interface GrantView {
  id: Id;
  person: { id: Id; name: string };
  role: GrantRole;
  orgUnit: OrgUnitRef;
  validFrom: Instant;
  validTo: Instant | null;
}

/** POST /api/v1/session */
export interface SignIn {
  username: string;
  password: string;
}

/** GET and POST /api/v1/session: who is signed in and what they may see. Send `csrfToken` back in `X-CSRF-Token`. */
export interface SessionView {
  account: { id: Id; username: string; locale: Locale };
  person: { id: Id; name: string; unit: OrgUnitRef | null };
  grants: { role: GrantRole; orgUnit: OrgUnitRef }[];
  assignments: { role: AssignmentRole; objectType: AssignmentObject; objectId: Id }[];
  /** Begun in the hall: it may sit this one exam and nothing else. */
  exam: { id: Id; candidateId: Id } | null;
  csrfToken: string;
  expiresAt: Instant;
  now: Instant;
}

/** POST /api/v1/setup: the first administrator, with the one-time link that the server printed. */
export interface SetUp {
  token: string;
  organization: Title;
  name: string;
  username: string;
  /** At least 12 characters. */
  password: string;
}

/** PUT /api/v1/session/locale */
export interface SetLocale {
  locale: Locale;
}

/** POST /api/v1/grants */
export interface GrantRoleCommand {
  personId: Id;
  role: GrantRole;
  orgUnitId: Id;
}

export type DutyKind =
  | 'exam.sit' | 'exam.upcoming' | 'exam.result'
  | 'stage.judge' | 'stage.chief'
  | 'exam.invigilate' | 'exam.prepare' | 'exam.running' | 'heat.confirm' | 'tier.advance' | 'heat.setup' | 'bank.import'
  | 'audit.watch' | 'contest.follow';

/** One thing to do next. The client words it from `kind` and `params`; `href` is a path of the web client. */
export interface Duty {
  kind: DutyKind;
  title: Title;
  params: Record<string, string | number>;
  href: string;
  at: Instant | null;
  urgent: boolean;
}

/** GET /api/v1/home */
export interface HomeView {
  now: Instant;
  duties: Duty[];
  live: { title: Title; detail: Title; done: number; total: number; href: string }[];
  /** The year's account, for organizers and leaders; each counted from stored rows. */
  year: { exams: number; attempts: number; editions: number; people: number } | null;
}

export interface AuditEventView {
  id: Id;
  at: Instant;
  actorId: Id | null;
  action: string;
  objectType: string;
  objectId: Id;
  sealed: boolean;
}
