const dayMs = 86_400_000;

/** Whether a number format shows a date: `year` when with its year, `short` for 1月2日, 3:30 and their like, else null. */
export function isDate(id, code) {
  if (id === 14 || id === 22 || id === 27 || id === 31 || id === 36 || id === 50 || id === 57) return 'year';
  if ((id >= 15 && id <= 21) || (id >= 28 && id <= 35) || (id >= 45 && id <= 47) || (id >= 51 && id <= 58)) return id === 15 || id === 17 ? 'year' : 'short';
  if (code === '' || /general/i.test(code) || !/[ymdhs]/i.test(code)) return null;
  return /y/i.test(code) ? 'year' : 'short';
}

/**
 * A numeric cell as its author saw it, with a note where that is lost: a text such as `1-2` that Excel took for a date, a number of
 * more digits than Excel keeps.
 */
export function readNumber(raw, format, epoch1904) {
  const number = Number(raw);
  if (!Number.isFinite(number)) return { value: raw, note: ['import.cell_error', raw.slice(0, 20)] };
  if (format?.date) return readDate(number, format.date, epoch1904);
  if (Math.abs(number) >= 1e15) return { value: raw, note: ['import.number_damaged', String(number).slice(0, 30)] };
  if (format?.percent !== null && format?.percent !== undefined) return { value: `${Number((number * 100).toFixed(Math.max(format.percent, 6)))}%` };
  const plain = plainDecimal(Number(number.toPrecision(15)));
  return { value: format?.zeros && /^\d+$/.test(plain) ? plain.padStart(format.zeros, '0') : plain };
}

function plainDecimal(number) {
  const text = String(number);
  return /e/i.test(text) ? number.toFixed(20).replace(/0+$/, '').replace(/\.$/, '') : text;
}

function readDate(serial, kind, epoch1904) {
  // Day 60 of the 1900 calendar, 29 February 1900, never was.
  const days = epoch1904 ? serial + 1462 : serial;
  if (days < 0 || days > 2_958_466) return { value: String(serial), note: ['import.cell_error', String(serial)] };
  const at = new Date(Math.round((days - (days < 60 ? 25_568 : 25_569)) * dayMs));
  if (days < 1) {
    const time = `${at.getUTCHours()}:${String(at.getUTCMinutes()).padStart(2, '0')}`;
    return { value: time, note: ['import.cell_date', time] };
  }
  const day = `${at.getUTCFullYear()}-${at.getUTCMonth() + 1}-${at.getUTCDate()}`;
  return { value: day, note: [kind === 'year' ? 'import.cell_date_kept' : 'import.cell_date', day] };
}
