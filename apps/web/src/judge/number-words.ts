const digits = '零壹贰叁肆伍陆柒捌玖';
const units = ['', '拾', '佰', '仟'];

/** 89 → 捌拾玖分整, 89.5 → 捌拾玖点伍分: a score written so that no stroke can be added. For 0 to 9999. */
export function inCapitals(score: string): string {
  const [whole = '0', fraction = ''] = trim(score).split('.');
  const head = wholeInCapitals(whole);
  return fraction ? `${head}点${[...fraction].map((digit) => digits[Number(digit)]).join('')}分` : `${head}分整`;
}

function wholeInCapitals(whole: string): string {
  if (Number(whole) === 0) return '零';
  const places = [...whole].map((digit, index) => ({ digit: Number(digit), unit: units[whole.length - 1 - index] ?? '' }));
  const text = places.map(({ digit, unit }) => (digit === 0 ? '零' : digits[digit] + unit)).join('');
  return text.replace(/零+/g, '零').replace(/零$/, '');
}

const ones = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** 89.5 → eighty-nine point five. For 0 to 9999. */
export function inEnglish(score: string): string {
  const [whole = '0', fraction = ''] = trim(score).split('.');
  const head = wholeInEnglish(Number(whole));
  return fraction ? `${head} point ${[...fraction].map((digit) => ones[Number(digit)]).join(' ')}` : head;
}

function wholeInEnglish(value: number): string {
  if (value < 20) return ones[value] ?? '';
  if (value < 100) return [tens[Math.floor(value / 10)], value % 10 && ones[value % 10]].filter(Boolean).join('-');
  if (value < 1000) return [`${ones[Math.floor(value / 100)]} hundred`, value % 100 && wholeInEnglish(value % 100)].filter(Boolean).join(' and ');
  return [`${wholeInEnglish(Math.floor(value / 1000))} thousand`, value % 1000 && wholeInEnglish(value % 1000)].filter(Boolean).join(' ');
}

function trim(score: string): string {
  return score.includes('.') ? score.replace(/0+$/, '').replace(/\.$/, '') : score;
}
