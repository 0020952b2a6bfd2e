import { existsSync } from 'node:fs';
import { command } from './commands.mjs';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Finds Chromium, or installs Debian's where this user may; says how to get it otherwise. */
export async function ensureBrowser() {
  if (browserPath()) return { ok: true, output: '' };
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const install = 'DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk';
    const outcome = await command(`apt-get update -qq && ${install}`);
    if (browserPath()) return { ok: true, output: '' };
    return outcome;
  }
  return {
    ok: false,
    output: 'Chromium is missing: apt-get install chromium fonts-noto-cjk, or set NQI_CHROMIUM to its path',
  };
}

export function browserPath() {
  return [process.env.NQI_CHROMIUM, ...BROWSERS].find((path) => path && existsSync(path));
}
