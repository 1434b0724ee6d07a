/** The end of `npm test`: the stages' times, the ten slowest files, and the sum as the last line. */
export function summary(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const slowest = results.flatMap(({ files }) => files).sort((a, b) => b.seconds - a.seconds).slice(0, 10);
  const skipped = sum('skipped');
  return [
    '',
    ...results.map(({ name, seconds, passed, failed, skipped: left }) => `${failed > 0 ? '✗' : '✓'} ${name.padEnd(8)}${seconds.toFixed(1).padStart(7)} s   ${passed} passed${failed ? `, ${failed} failed` : ''}${left ? `, ${left} skipped` : ''}`),
    ...(slowest.length > 0 ? ['', 'Slowest files:', ...slowest.map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`)] : []),
    '',
    `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  ].join('\n');
}
