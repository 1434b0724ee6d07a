import { Decimal } from '#lib/kernel';

const MAX_LENGTH = 60;
const WESTERN = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+|\d{1,3}(?: \d{3})+)?(?:\.(\d*))?(?:e([+-]?\d{1,3})|[x×*·]10\^?([+-]?\d{1,3}))?$/i;
const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 壹: 1, 二: 2, 两: 2, 贰: 2, 三: 3, 叁: 3, 四: 4, 肆: 4, 五: 5, 伍: 5, 六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9,
};
const SMALL_UNITS: Readonly<Record<string, bigint>> = { 十: 10n, 拾: 10n, 百: 100n, 佰: 100n, 千: 1000n, 仟: 1000n };
const LARGE_UNITS: Readonly<Record<string, bigint>> = { 万: 10n ** 4n, 萬: 10n ** 4n, 亿: 10n ** 8n, 億: 10n ** 8n };

/**
 * Reads a number as people write it, exactly, or returns null when it is none. Understands full-width digits,
 * `1,234.5` and `1,2345`, `1 234`, `.5`, `5.`, `1e3`, `1.2×10^3`, `−3`, `50%`, `3/4`, `3.5万`, and Chinese numerals
 * (`一百零五`, `负三点一四`, `百分之二十`, 大写 `壹仟`).
 */
export function parseNumber(text: string): Decimal | null {
  if (text.length > MAX_LENGTH) return null;
  const clean = text.normalize('NFKC').replace(/[−–—‐‑]/g, '-').trim();
  if (clean === '') return null;
  return parseSigned(clean.replace(/^负/, '-'));
}

function parseSigned(text: string): Decimal | null {
  if (text.startsWith('百分之')) return parsePlain(text.slice(3))?.div(100) ?? null;
  if (text.startsWith('-百分之')) return parsePlain(text.slice(4))?.div(-100) ?? null;
  if (text.endsWith('%')) return parsePlain(text.slice(0, -1).trim())?.div(100) ?? null;
  // NFKC writes ½ as 1⁄2, with its own slash.
  const [over, under, ...more] = text.split(/[/⁄]/);
  if (under === undefined) return parsePlain(text);
  if (more.length > 0) return null;
  const [numerator, denominator] = [parsePlain(over.trim()), parsePlain(under.trim())];
  return numerator && denominator && !denominator.isZero() ? numerator.div(denominator) : null;
}

function parsePlain(text: string): Decimal | null {
  return parseWestern(text) ?? parseChinese(text);
}

function parseWestern(text: string): Decimal | null {
  const unit = LARGE_UNITS[text.slice(-1)];
  const match = WESTERN.exec((unit ? text.slice(0, -1) : text).replace(/\s*([x×*·^])\s*/gi, '$1'));
  if (!match) return null;
  const [, sign, whole, fraction] = match;
  if (!whole && !fraction) return null;
  const value = Decimal.of(`${sign}${(whole ?? '0').replace(/[, ]/g, '')}${fraction ? `.${fraction}` : ''}`);
  const power = Number(match[4] ?? match[5] ?? 0);
  const scaled = power >= 0 ? value.mul(10n ** BigInt(power)) : value.div(10n ** BigInt(-power));
  return unit ? scaled.mul(unit) : scaled;
}

function parseChinese(text: string): Decimal | null {
  const negative = text.startsWith('-');
  const [whole, fraction, ...more] = (negative ? text.slice(1) : text).split('点');
  const integer = parseChineseInteger(whole);
  if (integer === null || more.length > 0) return null;
  let digits = '';
  for (const character of fraction ?? '') {
    if (!(character in DIGITS)) return null;
    digits += DIGITS[character];
  }
  if (fraction !== undefined && digits === '') return null;
  const value = Decimal.of(digits === '' ? integer : `${integer}.${digits}`);
  return negative ? value.neg() : value;
}

function parseChineseInteger(text: string): bigint | null {
  if (text === '') return null;
  if ([...text].every((character) => character in DIGITS)) return BigInt([...text].map((character) => DIGITS[character]).join(''));

  let [total, section, digit] = [0n, 0n, null as number | null];
  for (const character of text) {
    if (character in DIGITS) {
      if (digit !== null && digit !== 0) return null;
      digit = DIGITS[character];
    } else if (character in SMALL_UNITS) {
      section += BigInt(digit || 1) * SMALL_UNITS[character];
      digit = null;
    } else if (character in LARGE_UNITS) {
      const unit = LARGE_UNITS[character];
      const below = section + BigInt(digit ?? 0);
      // 一万亿: a larger unit multiplies everything read so far.
      total = unit > 10n ** 4n ? (total + below) * unit : total + below * unit;
      [section, digit] = [0n, null];
    } else return null;
  }
  return total + section + BigInt(digit ?? 0);
}
