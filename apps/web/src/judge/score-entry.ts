import { Decimal } from '#lib/kernel';

/** The part of a criterion that decides what may be entered. */
export interface Range {
  max: string;
  step: string;
}

export type EntryFault = 'empty' | 'too_high' | 'off_step';

/** Digits after the point that a step needs: 0.5 → 1, 1 → 0. */
export function decimalsOf(step: string): number {
  const [, fraction = ''] = Decimal.of(step).toString().split('.');
  return fraction.length;
}

/** How a mark is shown: with the digits of its step, 18 → 18.0. */
export function showMark(mark: string, step: string): string {
  return Decimal.isValid(mark) ? Decimal.of(mark).toString(decimalsOf(step)) : mark;
}

/** What the fraction key types: the half of a half step, or a point where smaller steps are allowed; nothing for whole steps. */
export function fractionKey(step: string): '.5' | '.' | null {
  if (decimalsOf(step) === 0) return null;
  return Decimal.of(step).eq('0.5') ? '.5' : '.';
}

/** The text after a key; a key that could not lead to a mark changes nothing. `fresh`: the first key replaces what stood there. */
export function pressKey(text: string, key: string, range: Range, fresh: boolean): string {
  const before = fresh ? '' : text;
  if (key === 'back') return fresh ? '' : before.slice(0, -1);
  if (key === '.5') return before.includes('.') ? before.replace(/\..*$/, '') || '0' : `${before || '0'}.5`;
  if (key === '.') return before.includes('.') ? before : `${before || '0'}.`;
  const next = before === '0' ? key : before + key;
  const [whole = '', fraction = ''] = next.split('.');
  const widest = Decimal.of(range.max).round(0, 'down').toString().length;
  return whole.length > widest || fraction.length > decimalsOf(range.step) ? before : next;
}

/** One step up or down, held between 0 and the maximum; from an off-step text to the next step. */
export function stepMark(text: string, by: 1 | -1, { max, step }: Range): string {
  const present = parse(text) ?? Decimal.zero;
  const next = present.add(by === 1 ? step : Decimal.of(step).neg());
  const held = Decimal.max(Decimal.zero, Decimal.min(max, next));
  return held.toString(decimalsOf(step));
}

/** What keeps a text from being a mark, or null. */
export function faultOf(text: string, { max, step }: Range): EntryFault | null {
  const mark = parse(text);
  if (!mark) return 'empty';
  if (mark.gt(max)) return 'too_high';
  return mark.div(step).isInteger() ? null : 'off_step';
}

/** The sum of what is entered so far, exactly; what is not a number counts nothing. */
export function totalOf(texts: readonly string[]): Decimal {
  return Decimal.sum(texts.map(parse).filter((mark): mark is Decimal => mark !== null));
}

/** A text as an exact decimal on the wire, `18.` as `18`. */
export function toWire(text: string): string {
  return (parse(text) ?? Decimal.zero).toString();
}

function parse(text: string): Decimal | null {
  const whole = text.replace(/\.$/, '');
  return Decimal.isValid(whole) && whole !== '' ? Decimal.of(whole) : null;
}
