import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

interface Options {
  /** Folder of the Chinese texts, one JSON file an area. */
  texts: string;
  areas: string[];
  /** Folder of the packages noto-sans-sc and noto-serif-sc with whole fonts. */
  fonts: string;
  cache: string;
}

const faces = [
  { family: 'Kaosai Fixed Sans', file: 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', weight: '300 450' },
  { family: 'Kaosai Fixed Sans', file: 'noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf', weight: '451 550' },
  { family: 'Kaosai Fixed Sans', file: 'noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf', weight: '551 800' },
  { family: 'Kaosai Fixed Serif', file: 'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf', weight: '400 900' },
];
const always = ' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,:;!?()[]/%+-=×·—–…“”‘’《》〈〉（），。：；？！、一二三四五六七八九十甲乙丙丁戊己庚辛壬癸零壹贰叁肆伍陆柒捌玖拾佰仟分角整点第条章款题号名次年月日时秒区'
const virtual = 'virtual:fixed-fonts.css';

/**
 * The fixed words of the exam and judge screens as a few small fonts, made when the web part is built, so that a
 * slow network shows them before the slices of the whole font arrive. Import `virtual:fixed-fonts.css`.
 */
export function fixedFonts(options: Options): Plugin {
  return {
    name: 'kaosai:fixed-fonts',
    resolveId: (id) => (id === virtual ? `\0${virtual}` : null),
    async load(id) {
      if (id !== `\0${virtual}`) return null;
      const characters = fixedCharacters(options);
      const range = [...characters].map((character) => `U+${character.codePointAt(0)!.toString(16)}`).join(',');
      const rules: string[] = [];
      for (const { family, file, weight } of faces) {
        const font = await subset(join(options.fonts, file), characters, options.cache);
        const source = this.meta.watchMode
          ? `data:font/woff2;base64,${font.toString('base64')}`
          : `__VITE_ASSET__${this.emitFile({ type: 'asset', name: `${family.toLowerCase().replace(/ /g, '-')}.woff2`, source: font })}__`;
        rules.push(`@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(${source}) format("woff2");unicode-range:${range}}`);
      }
      return rules.join('\n');
    },
  };
}

function fixedCharacters({ texts, areas }: Options): string {
  const wanted = new Set(always);
  for (const file of readdirSync(texts)) {
    if (areas.includes(file.replace(/\.json$/, ''))) for (const character of readFileSync(join(texts, file), 'utf8')) wanted.add(character);
  }
  return [...wanted].filter((character) => character >= ' ').sort().join('');
}

async function subset(path: string, characters: string, cache: string): Promise<Buffer> {
  const key = createHash('sha256').update(path).update(characters).digest('hex').slice(0, 24);
  const file = join(cache, `${key}.woff2`);
  if (existsSync(file)) return readFileSync(file);
  const font = await subsetFont(readFileSync(path), characters, { targetFormat: 'woff2' });
  mkdirSync(cache, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, font);
  renameSync(`${file}.${process.pid}`, file);
  return font;
}
