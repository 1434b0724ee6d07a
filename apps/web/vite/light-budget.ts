import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

interface Options {
  /** Names of the HTML entries that must stay light. */
  entries: string[];
  /** Bytes of gzipped JavaScript an entry may load before its first act. */
  limit: number;
}

/** What Chromium 86 does not have and what a build target cannot add. */
const tooNew = [/\bstructuredClone\(/, /\brandomUUID\b/, /\bcrypto\.subtle\b/, /\bObject\.hasOwn\(/, /\.findLast(Index)?\(/, /\.to(Sorted|Reversed|Spliced)\(/, /\bAbortSignal\.(timeout|any)\(/, /\bArray\.fromAsync\(/, /\bPromise\.withResolvers\(/, /\bObject\.groupBy\(/, /\bnavigator\.serviceWorker\b/];

interface Chunk {
  fileName: string;
  code: string;
  imports: string[];
}

/** What a light entry loads before its first act; `light-bundles.json` beside the pages, which a test reads. */
interface LightBundle {
  bytes: number;
  limit: number;
  /** What Chromium 86 does not have, by file. */
  tooNew: string[];
}

/** Measures the light entries. Too much is for a test to refuse, not for the start of somebody who only wants to use it. */
export function lightBudget({ entries, limit }: Options): Plugin {
  return {
    name: 'kaosai:light-budget',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = new Map<string, Chunk>();
      for (const item of Object.values(bundle)) if (item.type === 'chunk') chunks.set(item.fileName, item);
      const light: Record<string, LightBundle> = {};
      for (const name of entries) {
        const entry = Object.values(bundle).find((item) => item.type === 'chunk' && item.isEntry && item.name === name);
        if (!entry) this.error(`There is no entry ${name}.`);
        const files = withImports(entry.fileName, chunks);
        const bytes = files.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
        const tooNewHere = files.flatMap(({ fileName, code }) => tooNew.filter((pattern) => pattern.test(code)).map(({ source }) => `${fileName}: ${source}`));
        light[name] = { bytes, limit, tooNew: tooNewHere };
        this.info(`${name}: ${(bytes / 1000).toFixed(1)} kB of JavaScript, gzipped, of ${limit / 1000}`);
        if (bytes > limit || tooNewHere.length > 0) this.warn(`${name} is over its budget: ${bytes} of ${limit} bytes; ${tooNewHere.join('; ')}`);
      }
      this.emitFile({ type: 'asset', fileName: 'light-bundles.json', source: JSON.stringify(light, null, 1) });
    },
  };
}

function withImports(start: string, chunks: Map<string, Chunk>): Chunk[] {
  const seen = new Map<string, Chunk>();
  const visit = (fileName: string): void => {
    const chunk = chunks.get(fileName);
    if (!chunk || seen.has(fileName)) return;
    seen.set(fileName, chunk);
    chunk.imports.forEach(visit);
  };
  visit(start);
  return [...seen.values()];
}
