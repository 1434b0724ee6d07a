const started = performance.now();
let unfinished = false;

/** One line of the story, with the seconds since the beginning. */
export function say(zh: string, en: string): void {
  if (unfinished) process.stdout.write('\n');
  unfinished = false;
  process.stdout.write(`${((performance.now() - started) / 1_000).toFixed(1).padStart(6)}s  ${zh} · ${en}\n`);
}

/** A line that moves while something goes on; without a terminal only its end is printed. */
export function show(zh: string, en: string, done: number, total: number): void {
  const filled = total > 0 ? Math.round((done / total) * 24) : 24;
  const line = `${((performance.now() - started) / 1_000).toFixed(1).padStart(6)}s  ${zh} · ${en}  ${'█'.repeat(filled)}${'░'.repeat(24 - filled)} ${done}/${total}`;
  if (process.stdout.isTTY) {
    process.stdout.write(`\r${line}`);
    unfinished = true;
  }
  if (done < total) return;
  process.stdout.write(process.stdout.isTTY ? '\n' : `${line}\n`);
  unfinished = false;
}

/** Pads a text of Chinese and Latin characters to a width of columns. */
export function pad(text: string, width: number): string {
  const columns = [...text].reduce((sum, character) => sum + (/[⺀-鿿＀-￯]/.test(character) ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, width - columns));
}
