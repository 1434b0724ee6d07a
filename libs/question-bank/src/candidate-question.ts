import type { CandidateBody, CandidateItem, CandidatePart, CandidateQuestion, MultipleScoring, QuestionContent, QuestionKind, RichItem, SimpleContent, Title } from '#lib/contracts';
import { Decimal } from '#lib/kernel';
import { listPath, renamePlaces, type ShownQuestion, shownId } from './question-orders.js';

/** A question as it stands in a form, and what it earns there. */
export interface PlacedQuestion extends ShownQuestion {
  slot: string;
  marks: string;
  scoring: MultipleScoring;
}

const scoringTexts: Record<MultipleScoring, Title> = {
  all_or_nothing: { zh: '全部选对才得分', en: 'All right choices and no other, or nothing' },
  partial_per_right: { zh: '少选按比例得分，错选不得分', en: 'A share for each right choice, nothing with a wrong one' },
  right_minus_wrong: { zh: '选对得分，选错扣分，最低 0 分', en: 'Right choices earn, wrong ones cost, never below 0' },
};
const texts: Record<Exclude<QuestionKind, 'multiple'> | 'unknown', Title> = {
  single: { zh: '选对得分', en: 'The right choice earns the marks' },
  true_false: { zh: '选对得分', en: 'The right choice earns the marks' },
  gap_fill: { zh: '填写每个空', en: 'Fill in every gap' },
  cloze: { zh: '为每个空选一项', en: 'Choose for every gap' },
  numeric: { zh: '填写数值', en: 'Give a number' },
  short: { zh: '简要作答', en: 'Answer briefly' },
  matching: { zh: '为左边每一项选出右边对应的一项', en: 'Choose the matching item for each one on the left' },
  ordering: { zh: '排出正确的顺序', en: 'Put the items in the right order' },
  composite: { zh: '阅读材料，回答各小题', en: 'Read the text and answer its questions' },
  essay: { zh: '由阅卷人评分', en: 'Marked by people' },
  file: { zh: '提交文件，由阅卷人评分', en: 'Hand in files; marked by people' },
  unknown: { zh: '请联系监考人员', en: 'Please ask the invigilator' },
};

/**
 * What a candidate may see of a question: an allow-list, field by field and kind by kind, under ids that are the form's own. A kind that is
 * not known shows nothing but its place and marks.
 */
export function toCandidateQuestion(content: QuestionContent | undefined, question: PlacedQuestion, number: number): CandidateQuestion {
  const { slot, marks, scoring } = question;
  if (content?.kind === 'composite') {
    return { slot, number, marks, scoringText: texts.composite, html: content.html, kind: 'composite', parts: toParts(content.parts, question) };
  }
  const body = content && toBody(content, question, '');
  if (!content || !body) return { slot, number, marks, scoringText: texts.unknown, html: '', kind: 'unknown' };
  return { slot, number, marks, scoringText: scoringText(content.kind, scoring), html: toHtml(content, question, ''), ...body };
}

function toParts(parts: Extract<QuestionContent, { kind: 'composite' }>['parts'], question: PlacedQuestion): CandidatePart[] {
  const whole = Decimal.sum(parts.map(({ marks }) => marks));
  const partOf = new Map(parts.map((part) => [part.id, part]));
  return (question.orders[''] ?? []).flatMap((id, index): CandidatePart[] => {
    const part = partOf.get(id);
    const body = part && toBody(part.content, question, `p${index + 1}`);
    if (!part || !body) return [];
    const share = whole.isZero() ? Decimal.zero : Decimal.of(question.marks).mul(part.marks).div(whole);
    return [{
      id: shownId(question, id, index), html: toHtml(part.content, question, `p${index + 1}`), marks: share.round(4, 'half-up').toString(),
      scoringText: scoringText(part.content.kind, part.scoring ?? 'all_or_nothing'), ...body,
    }];
  });
}

function toBody(content: SimpleContent, question: ShownQuestion, part: string): CandidateBody | null {
  const list = (name: string, items: readonly RichItem[]): CandidateItem[] => toItems(question, listPath(part, name), items);
  switch (content.kind) {
    case 'single':
    case 'multiple':
    case 'true_false': return { kind: content.kind, options: list('', content.options) };
    case 'gap_fill': return { kind: 'gap_fill', gaps: inOrder(question, part, content.gaps).map(({ id, item }) => ({ id, type: item.type === 'number' ? 'number' : 'text', width: item.width ?? null })) };
    case 'cloze': return { kind: 'cloze', gaps: inOrder(question, part, content.gaps).map(({ id, item }, index) => ({ id, options: list(`g${index + 1}`, item.options) })) };
    case 'numeric': return { kind: 'numeric', units: [...content.units ?? []] };
    case 'short': return { kind: 'short', maxLength: content.maxLength ?? 500 };
    case 'matching': return { kind: 'matching', lefts: list('lefts', content.lefts), rights: list('', content.rights) };
    case 'ordering': return { kind: 'ordering', items: list('', content.items) };
    case 'essay': return { kind: 'essay', minLength: content.minLength ?? null, maxLength: content.maxLength ?? null };
    case 'file': return { kind: 'file', accept: [...content.accept], maxFiles: content.maxFiles, maxBytes: content.maxBytes };
    default: return null;
  }
}

/** The text, its gaps called as the form calls them. */
function toHtml({ kind, html }: SimpleContent, { orders, ...question }: ShownQuestion, part: string): string {
  if (kind !== 'gap_fill' && kind !== 'cloze') return html;
  const positions = new Map((orders[part] ?? []).map((id, index) => [id, shownId({ orders, ...question }, id, index)]));
  return renamePlaces(html, (id) => positions.get(id) ?? '');
}

function toItems(question: ShownQuestion, path: string, items: readonly RichItem[]): CandidateItem[] {
  return inOrder(question, path, items).map(({ id, item }) => ({ id, html: item.html }));
}

/** The items of a list in the order of the form, each with the id that the form gives it. */
function inOrder<T extends { id: string }>(question: ShownQuestion, path: string, items: readonly T[]): { id: string; item: T }[] {
  const itemOf = new Map(items.map((item) => [item.id, item]));
  return (question.orders[path] ?? []).flatMap((id, index) => {
    const item = itemOf.get(id);
    return item ? [{ id: shownId(question, id, index), item }] : [];
  });
}

function scoringText(kind: SimpleContent['kind'], scoring: MultipleScoring): Title {
  return kind === 'multiple' ? scoringTexts[scoring] : texts[kind];
}
