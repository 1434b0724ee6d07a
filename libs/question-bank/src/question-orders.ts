import type { QuestionContent, ResponseBody } from '#lib/contracts';
import type { SeededRandom } from '#lib/kernel';

/**
 * The author's ids of each list of a question in the order shown; what a candidate sees of them is their position alone, `1`, `2`, ….
 *
 * Paths: `` the question's own list (options, items, right sides, gaps, parts); `lefts`; `g1` the choices of the first gap; `p1`, `p1.lefts`,
 * `p1.g1` the lists of the first part.
 */
export type Orders = Record<string, string[]>;

/** How a question stands in a form. */
export interface ShownQuestion {
  orders: Orders;
  /** A form of the first version shows the author's ids themselves. */
  authorIds?: true;
}

interface OrderedList {
  path: string;
  ids: string[];
  /** Whether it may be turned round, and which ids stay behind the others. */
  turns: 'always' | 'when-allowed' | 'never';
  last?: ReadonlySet<string>;
}

const placeOrTag = /<[^>]*>|\[\[([\w-]{1,32})\]\]/g;

/** The ids of the places `[[id]]` in a text, in its order; one that stands in a tag's attribute is none. */
export function gapPlaces(html: string): string[] {
  return [...html.matchAll(placeOrTag)].flatMap(([, id]) => id ?? []);
}

/** Renames the places of a text. */
export function renamePlaces(html: string, rename: (id: string) => string): string {
  return html.replace(placeOrTag, (whole, id: string | undefined) => (id === undefined ? whole : `[[${rename(id)}]]`));
}

/** The place of a list in a part, or in the question itself. */
export function listPath(part: string, list: string): string {
  return part && list ? `${part}.${list}` : part || list;
}

/**
 * Draws the order of every list of a question. Right sides and items to be put in order are always shuffled, options and choices when it is
 * allowed; options that must stay last stay there in their own order; gaps, parts and true before false keep theirs. No key is looked at.
 */
export function drawOrders(content: QuestionContent, shuffle: boolean, random: SeededRandom): Orders {
  return Object.fromEntries(listsOf(content).map(({ path, ids, turns, last }) => {
    if (turns === 'never' || (turns === 'when-allowed' && !shuffle)) return [path, ids];
    return [path, [...random.shuffle(ids.filter((id) => !last?.has(id))), ...ids.filter((id) => last?.has(id))]];
  }));
}

function listsOf(content: QuestionContent): OrderedList[] {
  switch (content.kind) {
    case 'single':
    case 'multiple': return [{ path: '', ids: idsOf(content.options), turns: 'when-allowed', last: new Set(idsOf(content.options.filter(({ keepLast }) => keepLast))) }];
    case 'true_false': return [{ path: '', ids: idsOf(content.options), turns: 'never' }];
    case 'gap_fill': return [{ path: '', ids: idsInText(content), turns: 'never' }];
    case 'cloze': {
      const ids = idsInText(content);
      const choices = new Map(content.gaps.map(({ id, options }) => [id, idsOf(options)]));
      return [{ path: '', ids, turns: 'never' }, ...ids.map((id, index): OrderedList => ({ path: `g${index + 1}`, ids: choices.get(id) ?? [], turns: 'when-allowed' }))];
    }
    case 'matching': return [{ path: 'lefts', ids: idsOf(content.lefts), turns: 'when-allowed' }, { path: '', ids: idsOf(content.rights), turns: 'always' }];
    case 'ordering': return [{ path: '', ids: idsOf(content.items), turns: 'always' }];
    case 'composite':
      return [{ path: '', ids: idsOf(content.parts), turns: 'never' }, ...content.parts.flatMap(({ content: part }, index) => listsOf(part).map((list) => ({ ...list, path: listPath(`p${index + 1}`, list.path) })))];
    default: return [];
  }
}

function idsOf(items: readonly { id: string }[]): string[] {
  return items.map(({ id }) => id);
}

/** Gaps in the order of the text. */
function idsInText({ html, gaps }: { html: string; gaps: readonly { id: string }[] }): string[] {
  const places = gapPlaces(html);
  const placeOf = ({ id }: { id: string }): number => (places.includes(id) ? places.indexOf(id) : places.length);
  return idsOf([...gaps].sort((a, b) => placeOf(a) - placeOf(b)));
}

/** The id by which a form shows the author's id at a place of a list. */
export function shownId({ authorIds }: ShownQuestion, id: string, index: number): string {
  return authorIds ? id : String(index + 1);
}

type Simple = Omit<ResponseBody, 'flagged' | 'parts'>;

/** One way of the translation between a form's ids and the author's. */
interface Names {
  /** What an id is called on the other side; undefined when the list does not have it. */
  rename: (path: string, id: string) => string | undefined;
  /** The position of an id in its list, as paths of further lists name it. */
  position: (path: string, id: string) => string | undefined;
}

const unchanged: Names = { rename: (_, id) => id, position: (_, id) => id };

/** A response of a form in the author's ids, as markers read it. Ids that the form does not have are left out. */
export function toAuthorBody(body: ResponseBody, { orders, authorIds }: ShownQuestion): Omit<ResponseBody, 'flagged'> {
  const names: Names = { rename: (path, id) => (/^[1-9]\d{0,3}$/.test(id) ? orders[path]?.[Number(id) - 1] : undefined), position: (_, id) => id };
  return renameBody(body, orders, authorIds ? unchanged : names);
}

/** A response in the author's ids as a candidate with this form would give it. */
export function toFormBody(body: Omit<ResponseBody, 'flagged'>, { orders, authorIds }: ShownQuestion): Omit<ResponseBody, 'flagged'> {
  const position: Names['position'] = (path, id) => {
    const at = orders[path]?.indexOf(id) ?? -1;
    return at < 0 ? undefined : String(at + 1);
  };
  return renameBody(body, orders, authorIds ? unchanged : { rename: position, position });
}

function renameBody({ parts, ...own }: Omit<ResponseBody, 'flagged'>, orders: Orders, names: Names): Omit<ResponseBody, 'flagged'> {
  const renamed = renameSimple(own, orders, names, '');
  if (!parts) return renamed;
  const entries = Object.entries(parts).flatMap(([id, part]): [string, Simple][] => {
    const other = names.rename('', id);
    return other === undefined ? [] : [[other, renameSimple(part, orders, names, `p${names.position('', id)}`)]];
  });
  return { ...renamed, parts: Object.fromEntries(entries) };
}

function renameSimple({ chosen, text, gaps, files }: Simple, orders: Orders, names: Names, part: string): Simple {
  return {
    ...(chosen ? { chosen: chosen.flatMap((id) => names.rename(part, id) ?? []) } : {}),
    ...(text === undefined ? {} : { text }),
    ...(gaps ? { gaps: renameGaps(gaps, orders, names, part) } : {}),
    ...(files ? { files } : {}),
  };
}

function renameGaps(gaps: Readonly<Record<string, string>>, orders: Orders, names: Names, part: string): Record<string, string> {
  const lefts = listPath(part, 'lefts');
  const keys = lefts in orders ? lefts : part;
  return Object.fromEntries(Object.entries(gaps).flatMap(([gap, value]): [string, string][] => {
    const choices = lefts in orders ? part : listPath(part, `g${names.position(keys, gap)}`);
    const [id, other] = [names.rename(keys, gap), choices in orders ? names.rename(choices, value) : value];
    return id === undefined || other === undefined ? [] : [[id, other]];
  }));
}
