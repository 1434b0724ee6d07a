import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { cacheDirectory, nameFor, root } from '../launch/places.mjs';
import { unpackedChromium } from './unpack.mjs';

/**
 * Starts a headless Chromium: the one of our npm package wherever it runs, whatever browser the machine may have, so that
 * every machine shows the same. Its only fonts are Noto Sans SC. Elsewhere than on Linux x64 an installed Chrome serves.
 *
 * @param {import('playwright-core').LaunchOptions} [options]
 */
export async function launchBrowser(options = {}) {
  const unpacked = await unpackedChromium();
  if (!unpacked) return chromium.launch({ channel: 'chrome', ...options });
  return chromium.launch({
    ...options,
    executablePath: unpacked.executable,
    args: ['--no-sandbox', '--font-render-hinting=none', '--disable-dev-shm-usage', ...(options.args ?? [])],
    env: { ...process.env, LD_LIBRARY_PATH: unpacked.libraries, FONTCONFIG_FILE: fontConfiguration(), ...options.env },
  });
}

function fontConfiguration() {
  const directory = join(cacheDirectory(), 'fonts');
  mkdirSync(directory, { recursive: true });
  const file = join(directory, `${nameFor(root)}.conf`);
  const content = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(root, 'node_modules', '@expo-google-fonts', 'noto-sans-sc')}</dir>
  <cachedir>${join(directory, 'cache')}</cachedir>
</fontconfig>
`;
  writeFileSync(`${file}.${process.pid}`, content);
  renameSync(`${file}.${process.pid}`, file);
  return file;
}
