import { randomUUID } from 'node:crypto';
import type { WriteCategory, WriteDictionaryEntry, WriteQuestion } from '#lib/contracts';
import { type MatrixWorld, password, picture, unknownId } from './access-matrix.world.js';

/** How a route is called: with the world's object, or with one that does not exist. */
export interface Call {
  path: string;
  body?: unknown;
  ifMatch?: number;
}

type Ids = Pick<MatrixWorld['a'], 'unitId' | 'sittingId' | 'roomId' | 'candidateId' | 'questionId' | 'questionVersionId' | 'commentId' | 'categoryId' | 'entryOfDictionaryId' | 'paperId' | 'draftPaperId' | 'referenceId' | 'articleId' | 'examId' | 'heatId' | 'entryId' | 'accountId' | 'personId'> & {
  stageId: string; attemptId: string; operationId: string; editionId: string; tierId: string; candidateEntryId: string; importId: string; grantId: string; zonePlanId: string; assetId: string;
};

const never = 999_999;
const title = { zh: '题' };
const sitting = { title, opensAt: '2999-01-01T00:00:00.000Z', lateUntil: '2999-01-01T01:00:00.000Z' };

/** The world's own ids, or unknown ones. What a person of the list may use up is made anew. */
export async function idsOf(world: MatrixWorld, route: string, known: boolean): Promise<Ids> {
  const { a, stageId, attemptId, assetId, operationId, candidateEntryId, zonePlanId } = world;
  const ids: Ids = {
    ...a, stageId, attemptId, assetId, operationId, candidateEntryId, zonePlanId, editionId: a.edition.id, tierId: a.edition.tiers[0].id,
    importId: known && route.includes('question-imports/') ? await world.newImport() : unknownId, grantId: known && route === 'DELETE /api/v1/grants/:id' ? await world.newGrant() : unknownId,
  };
  return known ? ids : Object.fromEntries(Object.keys(ids).map((key) => [key, unknownId])) as unknown as Ids;
}

/** Calls that pass the policy where they may, and change nothing that a later call needs: a version that was never, a rule that refuses. */
export const requests: Record<string, (ids: Ids, world: MatrixWorld) => Call> = {
  'GET /health/live': () => ({ path: '/health/live' }),
  'GET /health/ready': () => ({ path: '/health/ready' }),
  'GET /metrics': () => ({ path: '/metrics' }),
  'GET /api/v1/clock': () => ({ path: '/clock' }),
  'POST /api/v1/setup': () => ({ path: '/setup', body: {} }),
  'POST /api/v1/session': () => ({ path: '/session', body: {} }),
  'GET /api/v1/session/exam': () => ({ path: '/session/exam' }),
  'POST /api/v1/session/exam': () => ({ path: '/session/exam', body: {} }),
  'GET /api/v1/session': () => ({ path: '/session' }),
  'PUT /api/v1/session/locale': () => ({ path: '/session/locale', body: { locale: 'zh-CN' } }),
  'GET /api/v1/home': () => ({ path: '/home' }),
  'GET /api/v1/operations/:id': ({ operationId }) => ({ path: `/operations/${operationId}` }),
  'POST /api/v1/operations/:id/cancel': ({ operationId }) => ({ path: `/operations/${operationId}/cancel`, body: {} }),

  'GET /api/v1/org-units': () => ({ path: '/org-units' }),
  'GET /api/v1/zone-plans': () => ({ path: '/zone-plans' }),
  'GET /api/v1/people': () => ({ path: '/people' }),
  'POST /api/v1/accounts/:id/disable': ({ accountId }) => ({ path: `/accounts/${accountId}/disable`, body: {}, ifMatch: never }),
  'POST /api/v1/accounts/:id/enable': ({ accountId }) => ({ path: `/accounts/${accountId}/enable`, body: {}, ifMatch: never }),
  'GET /api/v1/grants': () => ({ path: '/grants' }),
  'POST /api/v1/grants': ({ unitId }, { a }) => ({ path: '/grants', body: { personId: a.personId, role: 'question_author', orgUnitId: unitId } }),
  'DELETE /api/v1/grants/:id': ({ grantId }) => ({ path: `/grants/${grantId}` }),
  'GET /api/v1/audit-events': () => ({ path: '/audit-events' }),

  'POST /api/v1/question-imports': () => ({ path: '/question-imports', body: csv() }),
  'POST /api/v1/assets': () => ({ path: '/assets', body: picture() }),
  'GET /api/v1/assets/:id': ({ assetId }) => ({ path: `/assets/${assetId}` }),
  'GET /api/v1/question-imports/:id': ({ importId }) => ({ path: `/question-imports/${importId}` }),
  'GET /api/v1/question-imports/:id/problems': ({ importId }) => ({ path: `/question-imports/${importId}/problems` }),
  'PUT /api/v1/question-imports/:id/mapping': ({ importId }) => ({ path: `/question-imports/${importId}/mapping`, body: { fields: [] }, ifMatch: never }),
  'POST /api/v1/question-imports/:id/commit': ({ importId, unitId }) => ({ path: `/question-imports/${importId}/commit`, body: { rows: 'all', orgUnitId: unitId } }),
  'DELETE /api/v1/question-imports/:id': ({ importId }) => ({ path: `/question-imports/${importId}` }),
  'POST /api/v1/question-exports': ({ questionId }) => ({ path: '/question-exports', body: { format: 'json', withKeys: false, ids: [questionId] } }),
  'GET /api/v1/question-exports/:id/file': ({ operationId }) => ({ path: `/question-exports/${operationId}/file` }),
  'GET /api/v1/question-templates/:kind': () => ({ path: '/question-templates/all?format=csv' }),
  'GET /api/v1/questions': () => ({ path: '/questions' }),
  'GET /api/v1/questions/:id': ({ questionId }) => ({ path: `/questions/${questionId}` }),
  'POST /api/v1/questions': ({ unitId }) => ({ path: '/questions', body: question(unitId) }),
  'PUT /api/v1/questions/:id': ({ questionId }, { a }) => ({ path: `/questions/${questionId}`, body: question(a.unitId), ifMatch: never }),
  'DELETE /api/v1/questions/:id': ({ questionId }) => ({ path: `/questions/${questionId}`, ifMatch: never }),
  ...Object.fromEntries(['submit', 'withdraw', 'approve', 'return', 'retire', 'restore'].map((act) => [
    `POST /api/v1/questions/:id/${act}`, ({ questionId }: Ids) => ({ path: `/questions/${questionId}/${act}`, body: { note: '-' }, ifMatch: never })])),
  'GET /api/v1/questions/:id/versions': ({ questionId }) => ({ path: `/questions/${questionId}/versions` }),
  'GET /api/v1/questions/:id/versions/:versionId': ({ questionId, questionVersionId }) => ({ path: `/questions/${questionId}/versions/${questionVersionId}` }),
  'GET /api/v1/questions/:id/diff': ({ questionId, questionVersionId }) => ({ path: `/questions/${questionId}/diff?from=${questionVersionId}&to=${questionVersionId}` }),
  'GET /api/v1/questions/:id/uses': ({ questionId }) => ({ path: `/questions/${questionId}/uses` }),
  'GET /api/v1/questions/:id/comments': ({ questionId }) => ({ path: `/questions/${questionId}/comments` }),
  'POST /api/v1/questions/:id/comments': ({ questionId }) => ({ path: `/questions/${questionId}/comments`, body: { text: '-' } }),
  'POST /api/v1/questions/:id/comments/:commentId/resolve': ({ questionId, commentId }) => ({ path: `/questions/${questionId}/comments/${commentId}/resolve`, body: {} }),
  'POST /api/v1/questions/preview': ({ unitId }) => ({ path: '/questions/preview', body: { content: question(unitId).content, key: question(unitId).key, marks: '1' } }),
  'POST /api/v1/questions/similar': ({ unitId }) => ({ path: '/questions/similar', body: { content: question(unitId).content } }),
  'POST /api/v1/questions/bulk': () => ({ path: '/questions/bulk', body: { ids: [unknownId], act: 'tag', tags: ['-'] } }),
  'GET /api/v1/question-tags': () => ({ path: '/question-tags' }),
  'POST /api/v1/question-tags/rename': () => ({ path: '/question-tags/rename', body: { from: ['-'], to: '+' } }),
  'GET /api/v1/question-categories': () => ({ path: '/question-categories' }),
  'POST /api/v1/question-categories': ({ unitId }) => ({ path: '/question-categories', body: category(unitId) }),
  'PUT /api/v1/question-categories/:id': ({ categoryId }, { a }) => ({ path: `/question-categories/${categoryId}`, body: category(a.unitId), ifMatch: never }),
  'POST /api/v1/question-categories/:id/move': ({ categoryId }) => ({ path: `/question-categories/${categoryId}/move`, body: { parentId: null }, ifMatch: never }),
  'DELETE /api/v1/question-categories/:id': ({ categoryId }) => ({ path: `/question-categories/${categoryId}`, ifMatch: never }),
  'GET /api/v1/dictionaries/:name': () => ({ path: '/dictionaries/subject' }),
  'POST /api/v1/dictionaries/:name': () => ({ path: '/dictionaries/subject', body: entry(randomUUID()) }),
  'PUT /api/v1/dictionaries/:name/:id': ({ entryOfDictionaryId }) => ({ path: `/dictionaries/subject/${entryOfDictionaryId}`, body: entry(entryOfDictionaryId) }),
  'POST /api/v1/dictionaries/:name/:id/archive': ({ entryOfDictionaryId }) => ({ path: `/dictionaries/subject/${entryOfDictionaryId}/archive`, body: {} }),
  'POST /api/v1/dictionaries/:name/:id/restore': ({ entryOfDictionaryId }) => ({ path: `/dictionaries/subject/${entryOfDictionaryId}/restore`, body: {} }),
  'GET /api/v1/papers': () => ({ path: '/papers' }),
  'POST /api/v1/papers': ({ unitId }) => ({ path: '/papers', body: paper(unitId) }),
  'GET /api/v1/papers/:id': ({ paperId }) => ({ path: `/papers/${paperId}` }),
  'PUT /api/v1/papers/:id': ({ draftPaperId }, { a }) => ({ path: `/papers/${draftPaperId}`, body: paper(a.unitId), ifMatch: never }),
  'POST /api/v1/papers/feasibility': ({ unitId }) => ({ path: '/papers/feasibility', body: { orgUnitId: unitId, sections: [] } }),
  'DELETE /api/v1/papers/:id': ({ paperId }) => ({ path: `/papers/${paperId}`, ifMatch: never }),
  'POST /api/v1/papers/:id/revise': ({ paperId }) => ({ path: `/papers/${paperId}/revise`, body: {}, ifMatch: never }),
  'POST /api/v1/papers/:id/copy': ({ paperId }) => ({ path: `/papers/${paperId}/copy`, body: {} }),
  'POST /api/v1/papers/:id/retire': ({ paperId }) => ({ path: `/papers/${paperId}/retire`, body: {}, ifMatch: never }),
  'POST /api/v1/papers/:id/restore': ({ paperId }) => ({ path: `/papers/${paperId}/restore`, body: {}, ifMatch: never }),
  'GET /api/v1/papers/:id/distribution': ({ paperId }) => ({ path: `/papers/${paperId}/distribution` }),
  'GET /api/v1/papers/:id/preview': ({ paperId }) => ({ path: `/papers/${paperId}/preview?number=2` }),
  'POST /api/v1/papers/:id/seal': ({ paperId, personId }) => ({ path: `/papers/${paperId}/seal`, body: { until: '2999-01-01T00:00:00.000Z', openerIds: [personId, personId] }, ifMatch: never }),
  'POST /api/v1/papers/:id/open': ({ paperId }) => ({ path: `/papers/${paperId}/open`, body: {} }),
  'GET /api/v1/papers/:id/access-log': ({ paperId }) => ({ path: `/papers/${paperId}/access-log` }),
  'GET /api/v1/questions/:id/apart': ({ questionId }) => ({ path: `/questions/${questionId}/apart` }),
  'PUT /api/v1/questions/:id/apart': ({ questionId }) => ({ path: `/questions/${questionId}/apart`, body: { questionIds: [] } }),
  'POST /api/v1/papers/:id/publish': ({ draftPaperId }) => ({ path: `/papers/${draftPaperId}/publish`, body: {}, ifMatch: never }),
  'GET /api/v1/references': () => ({ path: '/references' }),
  'POST /api/v1/references': ({ unitId }) => ({ path: '/references', body: { orgUnitId: unitId, title, text: '第一条 一。' } }),
  'POST /api/v1/references/preview': ({ unitId }) => ({ path: '/references/preview', body: { orgUnitId: unitId, title, text: '第一条 一。' } }),
  'POST /api/v1/references/read-file': () => ({ path: '/references/read-file', body: csv() }),
  'GET /api/v1/references/:id': ({ referenceId }) => ({ path: `/references/${referenceId}` }),
  'GET /api/v1/references/:id/articles': ({ referenceId }) => ({ path: `/references/${referenceId}/articles` }),

  'GET /api/v1/exams': () => ({ path: '/exams' }),
  'POST /api/v1/exams': ({ unitId }, { a }) => ({ path: '/exams', body: exam(unitId, a.paperId) }),
  'GET /api/v1/exams/:id': ({ examId }) => ({ path: `/exams/${examId}` }),
  'PUT /api/v1/exams/:id': ({ examId }) => ({ path: `/exams/${examId}`, body: { title }, ifMatch: never }),
  'POST /api/v1/exams/:id/changes/preview': ({ examId }) => ({ path: `/exams/${examId}/changes/preview`, body: { durationSeconds: 60 } }),
  'GET /api/v1/exams/:id/sittings': ({ examId }) => ({ path: `/exams/${examId}/sittings` }),
  'POST /api/v1/exams/:id/sittings': ({ examId }) => ({ path: `/exams/${examId}/sittings`, body: sitting }),
  'PUT /api/v1/exams/:id/sittings/:sittingId': ({ examId, sittingId }) => ({ path: `/exams/${examId}/sittings/${sittingId}`, body: sitting, ifMatch: never }),
  'DELETE /api/v1/exams/:id/sittings/:sittingId': ({ examId, sittingId }) => ({ path: `/exams/${examId}/sittings/${sittingId}`, ifMatch: never }),
  'POST /api/v1/exams/:id/rooms': ({ examId, sittingId }) => ({ path: `/exams/${examId}/rooms`, body: { sittingId, title, capacity: 1 } }),
  'PUT /api/v1/exams/:id/rooms/:roomId': ({ examId, sittingId, roomId }) => ({ path: `/exams/${examId}/rooms/${roomId}`, body: { sittingId, title, capacity: 1 }, ifMatch: never }),
  'DELETE /api/v1/exams/:id/rooms/:roomId': ({ examId, roomId }) => ({ path: `/exams/${examId}/rooms/${roomId}`, ifMatch: never }),
  'POST /api/v1/exams/:id/rooms/:roomId/password': ({ examId, roomId }) => ({ path: `/exams/${examId}/rooms/${roomId}/password`, body: {} }),
  'GET /api/v1/exams/:id/rooms/:roomId/seats': ({ examId, roomId }) => ({ path: `/exams/${examId}/rooms/${roomId}/seats` }),
  'POST /api/v1/exams/:id/seating/preview': ({ examId, sittingId }) => ({ path: `/exams/${examId}/seating/preview`, body: { sittingId, method: 'by_unit' } }),
  'PUT /api/v1/exams/:id/seating': ({ examId, sittingId }) => ({ path: `/exams/${examId}/seating`, body: { sittingId, method: 'by_unit', digest: '-' } }),
  'GET /api/v1/exams/:id/candidates/:candidateId': ({ examId, candidateId }) => ({ path: `/exams/${examId}/candidates/${candidateId}` }),
  'PUT /api/v1/exams/:id/candidates/:candidateId': ({ examId, sittingId, candidateId }) => ({ path: `/exams/${examId}/candidates/${candidateId}`, body: { sittingId, roomId: null, seat: null, accommodations: {} }, ifMatch: never }),
  'POST /api/v1/exams/:id/candidates/:candidateId/entry-code': ({ examId, candidateId }) => ({ path: `/exams/${examId}/candidates/${candidateId}/entry-code`, body: {} }),
  'POST /api/v1/exams/:id/candidates/selection': ({ examId, unitId }) => ({ path: `/exams/${examId}/candidates/selection`, body: { orgUnitIds: [unitId], entryIds: [], dryRun: true } }),
  'POST /api/v1/exams/:id/candidates/import': ({ examId }) => ({ path: `/exams/${examId}/candidates/import`, body: { text: '0', dryRun: true } }),
  'POST /api/v1/exams/:id/candidates/removal': ({ examId, candidateId }) => ({ path: `/exams/${examId}/candidates/removal`, body: { candidateIds: [candidateId] } }),
  // Nothing was ruled that could be taken back.
  'POST /api/v1/exams/:id/candidates/rulings': ({ examId, candidateId }) => ({ path: `/exams/${examId}/candidates/rulings`, body: { candidateIds: [candidateId], ruling: 'restored', reason: '-' } }),
  'POST /api/v1/exams/:id/make-ups': ({ examId, sittingId, candidateId }) => ({ path: `/exams/${examId}/make-ups`, body: { candidateIds: [candidateId], examId, sittingId, reason: '-' } }),
  'GET /api/v1/exams/:id/candidates': ({ examId }) => ({ path: `/exams/${examId}/candidates` }),
  'POST /api/v1/exams/:id/candidates': ({ examId }, { a }) => ({ path: `/exams/${examId}/candidates`, body: { personIds: [a.personId] } }),
  'POST /api/v1/exams/:id/prepare': ({ examId }) => ({ path: `/exams/${examId}/prepare`, body: {} }),
  'POST /api/v1/exams/:id/extend': ({ examId }) => ({ path: `/exams/${examId}/extend`, body: { seconds: 1, reason: '-' } }),
  'POST /api/v1/exams/:id/release': ({ examId }) => ({ path: `/exams/${examId}/release`, body: {} }),
  'POST /api/v1/exams/:id/cancel': ({ examId }) => ({ path: `/exams/${examId}/cancel`, body: {}, ifMatch: never }),
  'GET /api/v1/exams/:id/awaiting-marks': ({ examId }) => ({ path: `/exams/${examId}/awaiting-marks` }),
  'PUT /api/v1/exams/:id/marks/:attemptId/:slot': ({ examId, attemptId }) => ({ path: `/exams/${examId}/marks/${attemptId}/s1`, body: { mark: '1' } }),
  'GET /api/v1/exams/:id/wall': ({ examId }) => ({ path: `/exams/${examId}/wall` }),
  'POST /api/v1/exams/:id/invigilation/preview': ({ examId }) => ({ path: `/exams/${examId}/invigilation/preview`, body: { act: 'pause', scope: { kind: 'exam' } } }),
  // Reaches nobody: there is no such candidate.
  'POST /api/v1/exams/:id/invigilation/acts': ({ examId }) => ({ path: `/exams/${examId}/invigilation/acts`, body: { act: 'message', scope: { kind: 'candidates', ids: [unknownId] }, text: '-', digest: '0'.repeat(64) } }),
  'GET /api/v1/exams/:id/invigilation/acts': ({ examId }) => ({ path: `/exams/${examId}/invigilation/acts` }),
  'GET /api/v1/exams/:id/incidents': ({ examId }) => ({ path: `/exams/${examId}/incidents` }),
  'POST /api/v1/exams/:id/incidents': ({ examId }) => ({ path: `/exams/${examId}/incidents`, body: { candidateId: unknownId, kind: 'other', note: '-' } }),
  'POST /api/v1/exams/:id/incidents/rulings': ({ examId }) => ({ path: `/exams/${examId}/incidents/rulings`, body: { incidents: [{ id: unknownId, version: 0 }], ruling: 'dismissed', reason: '-' } }),
  'GET /api/v1/exams/:id/invigilators': ({ examId }) => ({ path: `/exams/${examId}/invigilators` }),
  'PUT /api/v1/exams/:id/invigilators': ({ examId }) => ({ path: `/exams/${examId}/invigilators`, body: { exam: [] } }),

  'GET /api/v1/my/exams': () => ({ path: '/my/exams' }),
  'POST /api/v1/my/exams/:examId/start': ({ examId }) => ({ path: `/my/exams/${examId}/start`, body: {} }),
  'GET /api/v1/attempts/:id': ({ attemptId }) => ({ path: `/attempts/${attemptId}` }),
  'POST /api/v1/attempts/:id/saves': ({ attemptId }) => ({ path: `/attempts/${attemptId}/saves`, body: { items: [{ slot: 's1', writer: 1, seq: 1, body: { chosen: ['A'] } }] } }),
  'POST /api/v1/attempts/:id/files': ({ attemptId }) => ({ path: `/attempts/${attemptId}/files`, body: picture() }),
  'GET /api/v1/attempts/:id/files/:assetId': ({ attemptId, assetId }) => ({ path: `/attempts/${attemptId}/files/${assetId}` }),
  'POST /api/v1/attempts/:id/submit': ({ attemptId }) => ({ path: `/attempts/${attemptId}/submit`, body: {} }),
  'POST /api/v1/attempts/:id/takeover': ({ attemptId }) => ({ path: `/attempts/${attemptId}/takeover`, body: {} }),
  'GET /api/v1/attempts/:id/references/:referenceId': ({ attemptId, referenceId }) => ({ path: `/attempts/${attemptId}/references/${referenceId}` }),
  'GET /api/v1/attempts/:id/references/search': ({ attemptId }) => ({ path: `/attempts/${attemptId}/references/search?q=${encodeURIComponent('一')}` }),
  'GET /api/v1/attempts/:id/notes': ({ attemptId }) => ({ path: `/attempts/${attemptId}/notes` }),
  'PUT /api/v1/attempts/:id/notes/:articleId': ({ attemptId, articleId }) => ({ path: `/attempts/${attemptId}/notes/${articleId}`, body: { bookmarked: true, text: '' } }),
  'POST /api/v1/attempts/:id/openings': ({ attemptId, articleId }) => ({ path: `/attempts/${attemptId}/openings`, body: { articleIds: [articleId] } }),
  'POST /api/v1/attempts/:id/steps': ({ attemptId }) => ({ path: `/attempts/${attemptId}/steps`, body: { step: 0 } }),
  'GET /api/v1/attempts/:id/result': ({ attemptId }) => ({ path: `/attempts/${attemptId}/result` }),
  'GET /api/v1/attempts/:id/live': ({ attemptId }) => ({ path: `/attempts/${attemptId}/live` }),
  'POST /api/v1/attempts/:id/acks': ({ attemptId }) => ({ path: `/attempts/${attemptId}/acks`, body: { actIds: [unknownId] } }),
  'POST /api/v1/attempts/:id/incidents': ({ attemptId }) => ({ path: `/attempts/${attemptId}/incidents`, body: { items: [{ id: randomUUID(), kind: 'copy', at: new Date().toISOString() }] } }),
  'GET /api/v1/attempts/:id/event-log': ({ attemptId }) => ({ path: `/attempts/${attemptId}/event-log` }),
  'GET /api/v1/keys/attempt-log': () => ({ path: '/keys/attempt-log' }),

  'GET /api/v1/editions': () => ({ path: '/editions' }),
  'POST /api/v1/editions': ({ unitId }, { a, zonePlanId }) => ({ path: '/editions', body: edition(unitId, a.unitId, zonePlanId) }),
  'GET /api/v1/editions/:id': ({ editionId }) => ({ path: `/editions/${editionId}` }),
  'POST /api/v1/editions/:id/awards': ({ editionId }) => ({ path: `/editions/${editionId}/awards`, body: {} }),
  'POST /api/v1/tiers/:id/exam': ({ tierId }, { a }) => ({ path: `/tiers/${tierId}/exam`, body: { ...exam('', a.paperId), orgUnitId: undefined, stageOrdinal: 9 } }),
  'GET /api/v1/tiers/:id/advancement': ({ tierId }) => ({ path: `/tiers/${tierId}/advancement` }),
  'POST /api/v1/tiers/:id/advance': ({ tierId }) => ({ path: `/tiers/${tierId}/advance`, body: { digest: '0'.repeat(64) } }),
  'GET /api/v1/heats/:id/entries': ({ heatId }) => ({ path: `/heats/${heatId}/entries` }),
  'POST /api/v1/heats/:id/entries': ({ heatId }, { a }) => ({ path: `/heats/${heatId}/entries`, body: { personIds: [a.personId] } }),
  'POST /api/v1/entries/:id/withdraw': ({ entryId }) => ({ path: `/entries/${entryId}/withdraw`, body: {} }),
  'GET /api/v1/heats/:id/standing': ({ heatId }) => ({ path: `/heats/${heatId}/standing` }),
  'POST /api/v1/heats/:id/confirm': ({ heatId }) => ({ path: `/heats/${heatId}/confirm`, body: {}, ifMatch: never }),
  'POST /api/v1/heats/:id/publish': ({ heatId }) => ({ path: `/heats/${heatId}/publish`, body: {}, ifMatch: never }),
  'POST /api/v1/heats/:id/tie': ({ heatId }) => ({ path: `/heats/${heatId}/tie`, body: { entryIds: [], reason: '-' }, ifMatch: never }),
  'GET /api/v1/heats/:id/entries/:entryId/explanation': ({ heatId, candidateEntryId }) => ({ path: `/heats/${heatId}/entries/${candidateEntryId}/explanation` }),

  'POST /api/v1/stages/:id/panel': ({ stageId }, { guestId }) => ({ path: `/stages/${stageId}/panel`, body: { judges: [{ personId: guestId, seat: 1, chief: false }], criteria: [{ title, max: '10', step: '1' }], dropHigh: 0, dropLow: 0, seconds: null } }),
  'GET /api/v1/stages/:id/panel': ({ stageId }) => ({ path: `/stages/${stageId}/panel` }),
  'GET /api/v1/stages/:id/judging': ({ stageId }) => ({ path: `/stages/${stageId}/judging` }),
  'GET /api/v1/my/stages': () => ({ path: '/my/stages' }),

  'GET /api/v1/public/boards': () => ({ path: '/public/boards' }),
  'GET /api/v1/public/boards/:heatId': ({ heatId }) => ({ path: `/public/boards/${heatId}` }),
  'GET /api/v1/public/heats/:id/entries/:startNumber/explanation': ({ heatId }) => ({ path: `/public/heats/${heatId}/entries/1/explanation` }),
};

/** A session of its own for the one call that ends it. */
export const ownSession = { username: 'colleague', password };

export const command = (performanceId: string, attemptId: string): Record<string, Record<string, unknown>> => {
  const base = { commandId: randomUUID(), performanceId, expectedVersion: never };
  return {
    'sheet.submit': { ...base, marks: [], comment: '' }, 'sheet.reopen': { ...base, seat: 1, reason: '-' }, 'performance.call': base, 'performance.confirm': base,
    'attempt.beat': { attemptId, unsent: 0 }, 'act.ack': { attemptId, actIds: [unknownId] },
  };
};

function question(orgUnitId: string): WriteQuestion {
  return {
    orgUnitId, categoryId: null, defaultMarks: '1', subject: null, difficulty: null, tags: [], jobFields: [], source: null, sourceArticleId: null,
    content: { schemaVersion: 1, kind: 'single', html: '?', options: [{ id: 'A', html: '1' }, { id: 'B', html: '2' }] }, key: { schemaVersion: 1, kind: 'single', correct: ['A'], explanation: null },
  };
}

function category(orgUnitId: string): WriteCategory {
  return { orgUnitId, parentId: null, title: { zh: randomUUID() }, sharedBelow: false, sharedWithIds: [] };
}

function entry(code: string): WriteDictionaryEntry {
  return { code, title, sort: 0 };
}

function csv(): FormData {
  const form = new FormData();
  form.append('file', new Blob(['题型,题干,选项A,选项B,答案,分值\n单选题,一加一？,2,3,A,1\n']), 'q.csv');
  return form;
}

function paper(orgUnitId: string): unknown {
  return { orgUnitId, title, sections: [], shuffleQuestions: false, shuffleOptions: false };
}

function exam(orgUnitId: string, paperId: string): Record<string, unknown> {
  const now = Date.now();
  return { orgUnitId, title, paperId, mode: 'closed', opensAt: new Date(now + 3_600_000).toISOString(), lateUntil: new Date(now + 7_200_000).toISOString(), durationSeconds: 60, referenceIds: [] };
}

function edition(orgUnitId: string, unitId: string, zonePlanId: string): unknown {
  const rule = { quotaPerHeat: null, tieAtCut: 'include_all', reserves: 0, rankStyle: '1224', tieBreaks: [], scale: 2, figures: 'published' };
  return { orgUnitId, title, year: 2026, zonePlanId, unitIds: [unitId], tiers: [{ kind: 'unit', title, rule, stages: [{ kind: 'exam', title, weight: '100' }] }] };
}
