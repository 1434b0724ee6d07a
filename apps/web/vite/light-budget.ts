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

/** Fails the build when a light entry loads more JavaScript than its limit, or names what Chromium 86 lacks. */
export function lightBudget({ entries, limit }: Options): Plugin {
  return {
    name: 'kaosai:light-budget',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = new Map<string, Chunk>();
      for (const item of Object.values(bundle)) if (item.type === 'chunk') chunks.set(item.fileName, item);
      for (const name of entries) {
        const entry = Object.values(bundle).find((item) => item.type === 'chunk' && item.isEntry && item.name === name);
        if (!entry) this.error(`There is no entry ${name}.`);
        const files = withImports(entry.fileName, chunks);
        const bytes = files.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
        this.info(`${name}: ${(bytes / 1000).toFixed(1)} kB of JavaScript, gzipped, of ${limit / 1000}`);
        if (bytes > limit) this.error(`${name} loads ${bytes} bytes of gzipped JavaScript, more than ${limit}: ${files.map(({ fileName }) => fileName).join(', ')}`);
        for (const { fileName, code } of files) for (const pattern of tooNew) if (pattern.test(code)) this.error(`${fileName} uses ${pattern.source}, which Chromium 86 does not have.`);
      }
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
