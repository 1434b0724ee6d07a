import type { ResponseBody } from '#lib/contracts';
import { sha256Bytes } from '#lib/kernel';

/** What a response to a slot may be, from the candidate's own form. */
export interface SlotShape {
  kind: string;
  options: ReadonlySet<string>;
}

/** A response as it is stored, and the hash that tells a replay from a conflict. */
export interface PreparedBody {
  text: string;
  hash: Buffer;
}

/** Brings a response into its one written form, or null when it does not fit the kind of question. */
export function prepareBody(body: ResponseBody, { kind, options }: SlotShape): PreparedBody | null {
  const given = body.chosen ?? [];
  const chosen = [...new Set(given)].sort();
  const most = kind === 'multiple' ? options.size : 1;
  if (chosen.length !== given.length || chosen.length > most || !chosen.every((id) => options.has(id))) return null;
  const text = JSON.stringify(body.flagged ? { chosen, flagged: true } : { chosen });
  return { text, hash: Buffer.from(sha256Bytes(text)) };
}
