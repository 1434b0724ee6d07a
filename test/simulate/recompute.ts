import type { PaperView, QuestionView, TierRule } from '#lib/contracts';
import { Decimal } from '#lib/kernel';
import { type Answer, type MarkingSpec, markResponse, rankStandings, scorePanel, selectAdvancing } from '#lib/rules';
import type { SheetRecord, SittingRecord } from './ledger.js';

/** A line of a standing as the rules alone make it. */
export interface ExpectedRow {
  personId: string;
  total: string | null;
  rank: number | null;
  advances: boolean;
}

/** The mark of an attempt from its acknowledged saves and the keys. */
export function expectedMark({ saves }: SittingRecord, paper: PaperView, questions: ReadonlyMap<string, QuestionView>): Decimal {
  const last = new Map(saves.map(({ item, meant }) => [item.slot, meant]));
  return Decimal.sum(paper.sections.flatMap(({ slots }) => slots.map(({ slot, questionVersionId, marks }) => {
    const question = questions.get(questionVersionId) as QuestionView;
    return markResponse(toSpec(question, marks), { answer: toAnswer(question, last.get(slot) ?? []) }).marks ?? 0;
  })));
}

/** The standing of an exam heat: mark ÷ total × 100, ranked by total and then by the time of handing in. */
export function expectedExamHeat(sittings: readonly SittingRecord[], absent: readonly string[], paper: PaperView, questions: ReadonlyMap<string, QuestionView>, rule: TierRule): ExpectedRow[] {
  const entries = sittings.map((sitting) => ({
    id: sitting.player.personId, state: 'scored' as const,
    values: { total: expectedMark(sitting, paper, questions).mul(100).div(paper.totalMarks).round(rule.scale), submitted: new Date(sitting.submission.submittedAt).getTime() },
  }));
  return rank([...entries, ...absent.map((id) => ({ id, state: 'absent' as const, values: {} }))], [{ key: 'total', direction: 'desc' }, { key: 'submitted', direction: 'asc' }], rule);
}

/** The standing of the judged final: each panel's totals without the highest and the lowest, averaged, rounded once. */
export function expectedFinal(sheets: ReadonlyMap<string, readonly SheetRecord[]>, criteria: readonly { id: string; max: string; step: string }[], rule: TierRule): ExpectedRow[] {
  const entries = [...sheets].map(([personId, panel]) => ({
    id: personId, state: 'scored' as const,
    values: { total: scorePanel(
      { sheets: panel.map(({ seat, command }) => ({ judgeId: String(seat), marks: Object.fromEntries(command.marks.map(({ criterionId, mark }) => [criterionId, mark])) })) },
      { criteria: criteria.map(({ id, max, step }) => ({ id, min: 0, max, step })), trim: { by: 'judge-total', high: 1, low: 1 }, rounding: { scale: rule.scale, mode: 'half-up' } }).score },
  }));
  return rank(entries, [{ key: 'total', direction: 'desc' }], rule);
}

function rank(entries: { id: string; state: 'scored' | 'absent'; values: Record<string, Decimal | number> }[], keys: { key: string; direction: 'asc' | 'desc' }[], rule: TierRule): ExpectedRow[] {
  const standings = rankStandings(entries, { keys });
  const going = rule.quotaPerHeat === null ? [] : selectAdvancing([{ heatId: 'heat', entries: standings }], { places: { top: rule.quotaPerHeat }, tie: 'include-all' }).advancing;
  const advancing = new Set(going.map(({ id }) => id));
  const totals = new Map(entries.map(({ id, values }) => [id, values.total === undefined ? null : Decimal.of(values.total).toString(rule.scale)]));
  return standings.map(({ id, rank: place }) => ({ personId: id, total: totals.get(id) ?? null, rank: place, advances: advancing.has(id) }));
}

function toSpec({ kind, content, key }: QuestionView, marks: string): MarkingSpec {
  if (!('options' in content) || !('correct' in key)) throw new Error(kind);
  const options = content.options.map(({ id }) => id);
  if (kind === 'true_false') return { kind: 'true-false', marks, correct: key.correct[0] === 'T' };
  return kind === 'single' ? { kind: 'single', marks, options, correct: key.correct } : { kind: 'multiple', marks, options, correct: key.correct, rule: { name: 'partial', missing: 'proportional' } };
}

function toAnswer({ kind }: QuestionView, chosen: readonly string[]): Answer {
  if (kind === 'multiple') return chosen;
  if (chosen.length === 0) return null;
  return kind === 'true_false' ? chosen[0] === 'T' : chosen[0];
}
