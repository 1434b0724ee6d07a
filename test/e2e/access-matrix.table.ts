/**
 * Who may reach what: written and reviewed by hand, from the roles of the product. It imports no policy code, so that a guard or a scope that
 * disappears turns the matrix red. A route or socket event that is not in here fails it too.
 *
 * The world: a system `s` with the units a1 and a2 (one zone, led by a1) and b1 (another zone). What the routes name belongs to a1,
 * unless it is the system's own. Everyone below is somebody who is signed in; `nobody` is not, and `disabled` was until a moment ago.
 */
export const people = [
  'organizerS', 'organizerA1', 'organizerA2', 'organizerB1', 'leaderA1', 'author', 'watcher', 'boss', 'systemAdmin', 'securityAdmin', 'auditAdmin', 'unitAdminA1',
  'candidate', 'colleague', 'judge', 'chief', 'formerJudge',
] as const;
export type Person = (typeof people)[number];

/** `object`: passes for those listed, 403 for those who may see it but not do this, and for everybody else it does not exist. */
export type Rule =
  | { kind: 'public' }
  | { kind: 'self' }
  /** For everybody once the heat is published; until then it does not exist. */
  | { kind: 'published' }
  /** It names no object, so that there is nothing to hide: 403 for everybody but those listed. */
  | { kind: 'role'; passes: readonly Person[] }
  | { kind: 'object'; passes: readonly Person[]; refused?: readonly Person[] };

const open: Rule = { kind: 'public' };
const self: Rule = { kind: 'self' };
const published: Rule = { kind: 'published' };
const object = (passes: readonly Person[], refused: readonly Person[] = []): Rule => ({ kind: 'object', passes, refused });

const role = (passes: readonly Person[]): Rule => ({ kind: 'role', passes });

/** Who writes questions anywhere. */
const bankWriters: Person[] = ['organizerS', 'organizerA1', 'organizerA2', 'organizerB1', 'author'];
const bankReaders: Person[] = ['organizerS', 'organizerA1', 'author'];
const organizers: Person[] = ['organizerS', 'organizerA1'];
const watchers: Person[] = ['watcher', 'boss'];

export const routes: Record<string, Rule> = {
  'GET /health/live': open,
  'GET /health/ready': open,
  // Loopback only, which the matrix is.
  'GET /metrics': open,
  'GET /api/v1/clock': open,
  'POST /api/v1/setup': open,
  'POST /api/v1/session': open,
  'GET /api/v1/session/exam': open,
  'POST /api/v1/session/exam': open,
  'GET /api/v1/session': self,
  'DELETE /api/v1/session': self,
  'PUT /api/v1/session/locale': self,
  'GET /api/v1/home': self,
  'GET /api/v1/operations/:id': object(['organizerA1']),
  'POST /api/v1/operations/:id/cancel': object(['organizerA1']),

  'GET /api/v1/org-units': self,
  'GET /api/v1/zone-plans': self,
  'GET /api/v1/people': self,
  'POST /api/v1/accounts/:id/disable': object(['systemAdmin', 'unitAdminA1'], ['securityAdmin', 'organizerS', 'organizerA1', 'leaderA1']),
  'POST /api/v1/accounts/:id/enable': object(['systemAdmin', 'unitAdminA1'], ['securityAdmin', 'organizerS', 'organizerA1', 'leaderA1']),
  'GET /api/v1/grants': self,
  // The role asked for is an ordinary one at a1.
  'POST /api/v1/grants': object(['systemAdmin', 'securityAdmin', 'unitAdminA1'], ['auditAdmin']),
  'DELETE /api/v1/grants/:id': object(['systemAdmin', 'securityAdmin', 'unitAdminA1'], ['auditAdmin']),
  'GET /api/v1/audit-events': self,

  'POST /api/v1/question-imports': role(bankWriters),
  'POST /api/v1/assets': role(bankWriters),
  // Shown by a question of a1.
  'GET /api/v1/assets/:id': object(bankReaders),
  'GET /api/v1/question-imports/:id': object(['organizerA1']),
  'GET /api/v1/question-imports/:id/problems': object(['organizerA1']),
  'PUT /api/v1/question-imports/:id/mapping': object(['organizerA1']),
  'POST /api/v1/question-imports/:id/commit': object(['organizerA1']),
  'DELETE /api/v1/question-imports/:id': object(['organizerA1']),
  // One question, by its id: who cannot see it is told that there is none.
  'POST /api/v1/question-exports': object(bankReaders),
  // The operation of the matrix is no export; whose file it is, question-imports.int-spec.ts tries.
  'GET /api/v1/question-exports/:id/file': object([]),
  'GET /api/v1/question-templates/:kind': self,
  'GET /api/v1/questions': self,
  'GET /api/v1/questions/:id': object(bankReaders),
  'POST /api/v1/questions': object(bankReaders),
  'PUT /api/v1/questions/:id': object(bankReaders),
  'DELETE /api/v1/questions/:id': object(bankReaders),
  'POST /api/v1/questions/:id/submit': object(bankReaders),
  'POST /api/v1/questions/:id/withdraw': object(bankReaders),
  'POST /api/v1/questions/:id/approve': object(organizers, ['author']),
  'POST /api/v1/questions/:id/return': object(organizers, ['author']),
  'POST /api/v1/questions/:id/retire': object(bankReaders),
  'POST /api/v1/questions/:id/restore': object(bankReaders),
  'GET /api/v1/questions/:id/versions': object(bankReaders),
  'GET /api/v1/questions/:id/versions/:versionId': object(bankReaders),
  'GET /api/v1/questions/:id/diff': object(bankReaders),
  'GET /api/v1/questions/:id/uses': object(bankReaders),
  'GET /api/v1/questions/:id/comments': object(bankReaders),
  'POST /api/v1/questions/:id/comments': object(bankReaders),
  'POST /api/v1/questions/:id/comments/:commentId/resolve': object(bankReaders),
  'POST /api/v1/questions/preview': role(bankWriters),
  'POST /api/v1/questions/similar': role(bankWriters),
  'POST /api/v1/questions/bulk': role(bankWriters),
  'GET /api/v1/question-tags': self,
  'POST /api/v1/question-tags/rename': role(bankWriters),
  'GET /api/v1/question-categories': self,
  'POST /api/v1/question-categories': object(bankReaders),
  'PUT /api/v1/question-categories/:id': object(bankReaders),
  'POST /api/v1/question-categories/:id/move': object(bankReaders),
  'DELETE /api/v1/question-categories/:id': object(bankReaders),
  'GET /api/v1/dictionaries/:name': self,
  'POST /api/v1/dictionaries/:name': role(['organizerS']),
  'PUT /api/v1/dictionaries/:name/:id': role(['organizerS']),
  'POST /api/v1/dictionaries/:name/:id/archive': role(['organizerS']),
  'POST /api/v1/dictionaries/:name/:id/restore': role(['organizerS']),
  'GET /api/v1/papers': self,
  'POST /api/v1/papers': object(organizers, ['author']),
  'GET /api/v1/papers/:id': object(bankReaders),
  'PUT /api/v1/papers/:id': object(organizers, ['author']),
  'POST /api/v1/papers/:id/publish': object(organizers, ['author']),
  // The unit for which it is asked.
  'POST /api/v1/papers/feasibility': object(organizers, ['author']),
  'DELETE /api/v1/papers/:id': object(organizers, ['author']),
  'POST /api/v1/papers/:id/revise': object(organizers, ['author']),
  'POST /api/v1/papers/:id/copy': object(organizers, ['author']),
  'POST /api/v1/papers/:id/retire': object(organizers, ['author']),
  'POST /api/v1/papers/:id/restore': object(organizers, ['author']),
  'GET /api/v1/papers/:id/distribution': object(bankReaders),
  'GET /api/v1/papers/:id/preview': object(bankReaders),
  'POST /api/v1/papers/:id/seal': object(organizers, ['author']),
  // Its named openers alone, and this paper has none.
  'POST /api/v1/papers/:id/open': object([], bankReaders),
  'GET /api/v1/papers/:id/access-log': object([...organizers, 'watcher'], ['author']),
  'GET /api/v1/questions/:id/apart': object(bankReaders),
  'PUT /api/v1/questions/:id/apart': object(bankReaders),
  'GET /api/v1/references': self,
  'POST /api/v1/references': object(bankReaders),
  'POST /api/v1/references/preview': object(bankReaders),
  'POST /api/v1/references/read-file': role(bankWriters),
  'GET /api/v1/references/:id': object(bankReaders),
  'GET /api/v1/references/:id/articles': object(bankReaders),

  'GET /api/v1/exams': self,
  'POST /api/v1/exams': object(organizers, watchers),
  'GET /api/v1/exams/:id': object([...organizers, ...watchers]),
  'PUT /api/v1/exams/:id': object(organizers, watchers),
  'POST /api/v1/exams/:id/changes/preview': object(organizers, watchers),
  'GET /api/v1/exams/:id/sittings': object([...organizers, ...watchers]),
  'POST /api/v1/exams/:id/sittings': object(organizers, watchers),
  'PUT /api/v1/exams/:id/sittings/:sittingId': object(organizers, watchers),
  'DELETE /api/v1/exams/:id/sittings/:sittingId': object(organizers, watchers),
  'POST /api/v1/exams/:id/rooms': object(organizers, watchers),
  'PUT /api/v1/exams/:id/rooms/:roomId': object(organizers, watchers),
  'DELETE /api/v1/exams/:id/rooms/:roomId': object(organizers, watchers),
  'POST /api/v1/exams/:id/rooms/:roomId/password': object(organizers, watchers),
  'GET /api/v1/exams/:id/rooms/:roomId/seats': object([...organizers, ...watchers]),
  'POST /api/v1/exams/:id/seating/preview': object(organizers, watchers),
  'PUT /api/v1/exams/:id/seating': object(organizers, watchers),
  'GET /api/v1/exams/:id/candidates/:candidateId': object([...organizers, ...watchers]),
  'PUT /api/v1/exams/:id/candidates/:candidateId': object(organizers, watchers),
  'POST /api/v1/exams/:id/candidates/:candidateId/entry-code': object(organizers, watchers),
  'POST /api/v1/exams/:id/candidates/selection': object(organizers, watchers),
  'POST /api/v1/exams/:id/candidates/import': object(organizers, watchers),
  'POST /api/v1/exams/:id/candidates/removal': object(organizers, watchers),
  'POST /api/v1/exams/:id/candidates/rulings': object(organizers, watchers),
  'POST /api/v1/exams/:id/make-ups': object(organizers, watchers),
  'GET /api/v1/exams/:id/candidates': object([...organizers, ...watchers]),
  'POST /api/v1/exams/:id/candidates': object(organizers, watchers),
  'POST /api/v1/exams/:id/prepare': object(organizers, watchers),
  'POST /api/v1/exams/:id/extend': object(organizers, watchers),
  'POST /api/v1/exams/:id/release': object(organizers, watchers),
  'POST /api/v1/exams/:id/cancel': object(organizers, watchers),
  'GET /api/v1/exams/:id/awaiting-marks': object(organizers, watchers),
  'PUT /api/v1/exams/:id/marks/:attemptId/:slot': object(organizers, watchers),
  'GET /api/v1/exams/:id/wall': object([...organizers, ...watchers]),
  'POST /api/v1/exams/:id/invigilation/preview': object(organizers, watchers),
  'POST /api/v1/exams/:id/invigilation/acts': object(organizers, watchers),
  'GET /api/v1/exams/:id/invigilation/acts': object([...organizers, ...watchers]),
  'GET /api/v1/exams/:id/incidents': object([...organizers, ...watchers]),
  'POST /api/v1/exams/:id/incidents': object(organizers, watchers),
  'POST /api/v1/exams/:id/incidents/rulings': object(organizers, watchers),
  'GET /api/v1/exams/:id/invigilators': object(organizers, watchers),
  'PUT /api/v1/exams/:id/invigilators': object(organizers, watchers),

  'GET /api/v1/my/exams': self,
  'POST /api/v1/my/exams/:examId/start': object(['candidate']),
  'GET /api/v1/attempts/:id': object(['candidate']),
  'POST /api/v1/attempts/:id/saves': object(['candidate']),
  'POST /api/v1/attempts/:id/files': object(['candidate']),
  'GET /api/v1/attempts/:id/files/:assetId': object(['candidate']),
  'POST /api/v1/attempts/:id/submit': object(['candidate']),
  'POST /api/v1/attempts/:id/takeover': object(['candidate']),
  'GET /api/v1/attempts/:id/references/:referenceId': object(['candidate']),
  'GET /api/v1/attempts/:id/references/search': object(['candidate']),
  'GET /api/v1/attempts/:id/notes': object(['candidate']),
  'PUT /api/v1/attempts/:id/notes/:articleId': object(['candidate']),
  'POST /api/v1/attempts/:id/openings': object(['candidate']),
  'POST /api/v1/attempts/:id/steps': object(['candidate']),
  'GET /api/v1/attempts/:id/result': object(['candidate']),
  'GET /api/v1/attempts/:id/live': object(['candidate']),
  'POST /api/v1/attempts/:id/acks': object(['candidate']),
  'POST /api/v1/attempts/:id/incidents': object(['candidate']),
  'GET /api/v1/attempts/:id/event-log': object([...organizers, ...watchers]),
  'GET /api/v1/keys/attempt-log': open,

  'GET /api/v1/editions': self,
  // At a1 itself; who reads editions there may not make one.
  'POST /api/v1/editions': object(organizers, ['leaderA1', ...watchers]),
  'GET /api/v1/editions/:id': object([...organizers, 'leaderA1', ...watchers]),
  'POST /api/v1/editions/:id/awards': object(['organizerS'], watchers),
  'POST /api/v1/tiers/:id/exam': object(['organizerS'], watchers),
  'GET /api/v1/tiers/:id/advancement': object(['organizerS'], watchers),
  'POST /api/v1/tiers/:id/advance': object(['organizerS'], watchers),
  'GET /api/v1/heats/:id/entries': object([...organizers, 'leaderA1', ...watchers]),
  'POST /api/v1/heats/:id/entries': object([...organizers, 'leaderA1'], watchers),
  'POST /api/v1/entries/:id/withdraw': object([...organizers, 'leaderA1'], watchers),
  'GET /api/v1/heats/:id/standing': object([...organizers, 'leaderA1', ...watchers]),
  'POST /api/v1/heats/:id/confirm': object(organizers, ['leaderA1', ...watchers]),
  'POST /api/v1/heats/:id/publish': object(organizers, ['leaderA1', ...watchers]),
  'POST /api/v1/heats/:id/tie': object(organizers, ['leaderA1', ...watchers]),
  // The heat is open still; see `whenConfirmed`.
  'GET /api/v1/heats/:id/entries/:entryId/explanation': object([...organizers, 'leaderA1', ...watchers]),

  // The stage belongs to the system's final.
  'POST /api/v1/stages/:id/panel': object(['organizerS'], watchers),
  'GET /api/v1/stages/:id/panel': object(['organizerS', 'watcher', 'chief']),
  'GET /api/v1/stages/:id/judging': object(['judge', 'chief']),
  'GET /api/v1/my/stages': self,

  'GET /api/v1/public/boards': open,
  'GET /api/v1/public/boards/:heatId': published,
  'GET /api/v1/public/heats/:id/entries/:startNumber/explanation': published,
};

/** What somebody who signed in with a room's password may still call; everything else is closed to them, public routes aside. */
export const hallRoutes: readonly string[] = [
  'GET /api/v1/session', 'DELETE /api/v1/session', 'PUT /api/v1/session/locale', 'GET /api/v1/my/exams', 'POST /api/v1/my/exams/:examId/start',
  'GET /api/v1/attempts/:id', 'POST /api/v1/attempts/:id/saves', 'POST /api/v1/attempts/:id/submit', 'POST /api/v1/attempts/:id/takeover', 'POST /api/v1/attempts/:id/steps',
  'GET /api/v1/attempts/:id/notes', 'PUT /api/v1/attempts/:id/notes/:articleId', 'POST /api/v1/attempts/:id/openings',
  'GET /api/v1/attempts/:id/references/:referenceId', 'GET /api/v1/attempts/:id/references/search', 'GET /api/v1/attempts/:id/result',
  'GET /api/v1/attempts/:id/live', 'POST /api/v1/attempts/:id/acks', 'POST /api/v1/attempts/:id/incidents', 'GET /api/v1/attempts/:id/event-log',
  'POST /api/v1/attempts/:id/files', 'GET /api/v1/attempts/:id/files/:assetId', 'GET /api/v1/assets/:id',
];

/** What the hall may call, but not for this object: the picture is in none of its questions, and the log is for who watches over it. */
export const hiddenFromHall: readonly string[] = ['GET /api/v1/assets/:id', 'GET /api/v1/attempts/:id/event-log'];

/** What a confirmed heat opens beside: one's own rank, to oneself. */
export const whenConfirmed: Record<string, Rule> = {
  'GET /api/v1/heats/:id/entries/:entryId/explanation': object([...organizers, 'leaderA1', ...watchers, 'candidate']),
  'GET /api/v1/public/heats/:id/entries/:startNumber/explanation': published,
};

/** Pages, assets and the description of the API: the same for everybody, without any data. */
export const pages: readonly string[] = [
  'GET /', 'GET /*', 'GET /assets/*',
  'GET /api/docs', 'GET /api/docs/', 'GET /api/docs/*', 'GET /api/docs/docs/*', 'GET /api/docs-json', 'GET /api/docs-yaml',
  'GET /api/docs/LICENSE', 'GET /api/docs/index.html', 'GET /api/docs/swagger-ui-init.js', 'GET /api/docs/docs/swagger-ui-init.js',
];

/** Rooms by kind; the events that act, by name. */
export const rooms: Record<string, Rule> = {
  board: published,
  judging: object(['judge', 'chief']),
  chief: object(['organizerS', 'watcher', 'chief']),
  heat: object([...organizers, 'leaderA1', ...watchers]),
  edition: object([...organizers, 'leaderA1', ...watchers]),
  exam: object([...organizers, ...watchers]),
  attempt: object(['candidate']),
  wall: object([...organizers, ...watchers]),
};

export const events: Record<string, Rule | 'rooms'> = {
  watch: 'rooms',
  unwatch: open,
  'sheet.submit': object(['judge', 'chief']),
  'sheet.reopen': object(['chief'], ['organizerS', 'watcher']),
  'performance.call': object(['chief'], ['organizerS', 'watcher']),
  'performance.confirm': object(['chief'], ['organizerS', 'watcher']),
  'attempt.beat': object(['candidate']),
  'act.ack': object(['candidate']),
};

/** Which of the twins each list shows: `a` hangs on a1, `b` on b1, `g` is a guest. Whoever is not named gets no row at all. */
export const lists: Record<string, Partial<Record<Person, string>>> = {
  '/org-units': { organizerS: 'ab', organizerA1: 'a', organizerA2: '', organizerB1: 'b', leaderA1: 'a', author: 'ab', watcher: 'ab', boss: 'ab', systemAdmin: 'ab', securityAdmin: 'ab', auditAdmin: 'ab', unitAdminA1: 'a' },
  '/people': { organizerS: 'abg', organizerA1: 'ag', organizerA2: 'g', organizerB1: 'bg', leaderA1: 'a', systemAdmin: 'abg', securityAdmin: 'abg', unitAdminA1: 'ag' },
  '/grants': { systemAdmin: 'ab', securityAdmin: 'ab', auditAdmin: 'ab', unitAdminA1: 'a' },
  '/audit-events': { watcher: 'ab', auditAdmin: 'ab' },
  '/questions': { organizerS: 'ab', organizerA1: 'a', organizerB1: 'b', author: 'ab' },
  '/question-categories': { organizerS: 'ab', organizerA1: 'a', organizerB1: 'b', author: 'ab' },
  '/papers': { organizerS: 'ab', organizerA1: 'a', organizerB1: 'b', author: 'ab' },
  '/references': { organizerS: 'ab', organizerA1: 'a', organizerB1: 'b', author: 'ab' },
  '/exams': { organizerS: 'ab', organizerA1: 'a', organizerB1: 'b', watcher: 'ab', boss: 'ab' },
  '/editions': { organizerS: 'ab', organizerA1: 'a', organizerB1: 'b', leaderA1: 'a', watcher: 'ab', boss: 'ab' },
  '/my/exams': { candidate: 'a' },
  '/my/stages': { judge: 'a', chief: 'a' },
};
