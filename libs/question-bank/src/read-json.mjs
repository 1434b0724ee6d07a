import { Refused } from './refused.mjs';

const depth = 30;
const separator = '\n';

/**
 * Reads untrusted JSON: our own exchange format as it stands, any other list of objects as a table whose headings are the objects'
 * keys. A list of short texts (options) becomes one cell with a line each.
 * @throws Refused
 */
export function readJson(text, encoding, named, limits) {
  const parsed = parseBounded(text, named);
  if (parsed !== null && typeof parsed === 'object' && !Array.isArray(parsed) && parsed.format === 'kaosai-questions') {
    if (parsed.version !== 1) throw new Refused('import.json_version', { version: String(parsed.version).slice(0, 20) });
    if (!Array.isArray(parsed.questions)) throw new Refused('import.json_shape', {});
    if (parsed.questions.length > limits.rows) throw new Refused('request.too_large', { limit: `${limits.rows} rows` });
    return { source: 'json', encoding, sheets: [], sheet: null, rows: [], questions: parsed.questions };
  }
  const list = Array.isArray(parsed) ? parsed : Object.values(parsed ?? {}).find((value) => Array.isArray(value) && value.every((one) => one !== null && typeof one === 'object'));
  if (!list || list.length === 0 || list.some((one) => one === null || typeof one !== 'object' || Array.isArray(one))) throw new Refused('import.json_shape', {});
  if (list.length > limits.rows) throw new Refused('request.too_large', { limit: `${limits.rows} rows` });
  const headings = [...new Set(list.flatMap((one) => Object.keys(one)))];
  if (headings.length > limits.columns) throw new Refused('request.too_large', { limit: `${limits.columns} columns` });
  // The headings have no line of their own: the first question is line 1.
  const rows = [{ line: 0, cells: headings }, ...list.map((one, index) => ({ line: index + 1, cells: headings.map((heading) => cellOf(one[heading])) }))];
  return { source: 'json', encoding, sheets: [], sheet: null, rows };
}

function parseBounded(text, named) {
  let level = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (inString) {
      if (character === 92) index += 1;
      else if (character === 34) inString = false;
    } else if (character === 34) inString = true;
    else if (character === 91 || character === 123) {
      level += 1;
      if (level > depth) throw new Refused('import.json_shape', {});
    } else if (character === 93 || character === 125) level -= 1;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(named ? 'import.json_invalid' : 'import.unreadable', { reason: 'JSON' });
  }
}

function cellOf(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map((one) => cellOf(one).replace(/\n/g, ' ')).join(separator);
  // Options as an object: {"A": "…", "B": "…"}.
  return Object.entries(value).map(([key, one]) => `${key}. ${cellOf(one).replace(/\n/g, ' ')}`).join(separator);
}
