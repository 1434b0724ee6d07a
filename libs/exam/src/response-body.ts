import { hash } from 'node:crypto';
import { hasAnswer, type ResponseBody } from '#lib/contracts';
import { listPath, shownId } from '#lib/question-bank';
import { type FileLimit, type FormQuestion, longestText } from './draw-form.js';

/** What a response to a slot may be, from the candidate's own form. */
export interface SlotShape {
  kind: string;
  /** Options, items, right sides, gaps or parts. */
  ids: ReadonlySet<string>;
  /** The left sides of a matching question. */
  lefts: ReadonlySet<string>;
  /** The choices of each gap of a cloze. */
  choices: ReadonlyMap<string, ReadonlySet<string>>;
  /** Characters of a text, or files. */
  limit: number;
  /** What files may be handed in; null: none. */
  files: FileLimit | null;
  parts: ReadonlyMap<string, SlotShape>;
}

/** A response as it is stored, and the hash that tells a replay from a conflict. */
export interface PreparedBody {
  text: string;
  hash: Buffer;
  /** The files that it names, in all its parts, and what they may be. */
  files: { id: string; limit: FileLimit | null }[];
}

/** The largest response, in bytes of its written form. */
const largestBody = 200_000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const none: ReadonlySet<string> = new Set();

type SimpleBody = Omit<ResponseBody, 'parts' | 'flagged'>;

/** The shape that a question of a form gives its responses. */
export function shapeOf(question: FormQuestion): SlotShape {
  const shape = (part: string, { kind, limit, files }: Pick<FormQuestion, 'kind' | 'limit' | 'files'>): SlotShape => {
    const list = (name: string): ReadonlySet<string> => new Set(question.orders[listPath(part, name)]?.map((id, index) => shownId(question, id, index)));
    const ids = list('');
    return {
      kind, ids, lefts: list('lefts'), limit: limit ?? longestText, files: files ?? null,
      choices: kind === 'cloze' ? new Map([...ids].map((id, index) => [id, list(`g${index + 1}`)])) : new Map(),
      parts: new Map(part === '' ? question.parts?.map((one, index) => [String(index + 1), shape(`p${index + 1}`, one)]) : []),
    };
  };
  return shape('', question);
}

/** Brings a response into its one written form, or null when it does not fit the kind of question. */
export function prepareBody(body: ResponseBody, shape: SlotShape): PreparedBody | null {
  const simple = shape.kind === 'composite' ? prepareParts(body, shape) : prepareSimple(body, shape);
  if (!simple) return null;
  const text = JSON.stringify(body.flagged ? { ...simple, flagged: true } : simple);
  if (Buffer.byteLength(text) > largestBody) return null;
  return { text, hash: hash('sha256', text, 'buffer'), files: filesOf(simple, shape) };
}

function filesOf({ files = [], parts = {} }: Omit<ResponseBody, 'flagged'>, shape: SlotShape): PreparedBody['files'] {
  return [
    ...files.map((id) => ({ id, limit: shape.files })),
    ...Object.entries(parts).flatMap(([part, { files: own = [] }]) => own.map((id) => ({ id, limit: shape.parts.get(part)?.files ?? null }))),
  ];
}

function prepareParts({ parts = {}, flagged: _, ...own }: ResponseBody, shape: SlotShape): Omit<ResponseBody, 'flagged'> | null {
  if (hasAnswer(own)) return null;
  const prepared: Record<string, SimpleBody> = {};
  for (const [id, part] of sorted(parts)) {
    const partShape = shape.parts.get(id);
    const simple = partShape && prepareSimple(part, partShape);
    if (!simple) return null;
    if (hasAnswer(simple)) prepared[id] = simple;
  }
  return Object.keys(prepared).length > 0 ? { parts: prepared } : {};
}

/** The one field that the kind has; any other may be there only when it says nothing. */
function prepareSimple(body: ResponseBody, shape: SlotShape): SimpleBody | null {
  const { chosen = [], text = '', gaps = {}, files = [], parts = {} } = body;
  const field = fieldOf(shape.kind);
  const others = { chosen: field === 'chosen' ? [] : chosen, text: field === 'text' ? '' : text, gaps: field === 'gaps' ? {} : gaps, files: field === 'files' ? [] : files, parts };
  if (!field || hasAnswer(others)) return null;
  switch (field) {
    case 'chosen': return shape.kind === 'ordering' ? prepareOrder(chosen, shape) : prepareChoice(chosen, shape);
    case 'text': return text.length > shape.limit ? null : text.trim() === '' ? {} : { text };
    case 'gaps': return prepareGaps(gaps, shape);
    case 'files': return files.length > shape.limit || new Set(files).size < files.length || !files.every((id) => uuid.test(id)) ? null : files.length === 0 ? {} : { files };
  }
}

function fieldOf(kind: string): 'chosen' | 'text' | 'gaps' | 'files' | null {
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'true_false':
    case 'ordering': return 'chosen';
    case 'numeric':
    case 'short':
    case 'essay': return 'text';
    case 'gap_fill':
    case 'cloze':
    case 'matching': return 'gaps';
    case 'file': return 'files';
    default: return null;
  }
}

function prepareChoice(given: readonly string[], { kind, ids }: SlotShape): SimpleBody | null {
  const chosen = [...new Set(given)].sort();
  const most = kind === 'multiple' ? ids.size : 1;
  return chosen.length !== given.length || chosen.length > most || !chosen.every((id) => ids.has(id)) ? null : { chosen };
}

/** All items or none: half an order cannot be told from a wrong one. */
function prepareOrder(given: readonly string[], { ids }: SlotShape): SimpleBody | null {
  if (given.length === 0) return { chosen: [] };
  return given.length === ids.size && new Set(given).size === given.length && given.every((id) => ids.has(id)) ? { chosen: [...given] } : null;
}

function prepareGaps(given: Readonly<Record<string, string>>, { kind, ids, lefts, choices, limit }: SlotShape): SimpleBody | null {
  const places = kind === 'matching' ? lefts : ids;
  const fits = (id: string, value: string): boolean => {
    if (kind === 'gap_fill') return value.length <= limit;
    return value === '' || (kind === 'matching' ? ids : choices.get(id) ?? none).has(value);
  };
  const filled = sorted(given);
  if (!filled.every(([id, value]) => places.has(id) && fits(id, value))) return null;
  const gaps = filled.filter(([, value]) => value.trim() !== '');
  return gaps.length > 0 ? { gaps: Object.fromEntries(gaps) } : {};
}

function sorted<T>(map: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
}
