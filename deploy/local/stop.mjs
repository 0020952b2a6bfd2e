// @ts-check
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stopStack } from './stack/stop-stack.mjs';
import { homeOf } from './stack/settings.mjs';

const home = homeOf(resolve(dirname(fileURLToPath(import.meta.url)), '../..'));
const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

if (existsSync(home)) process.exitCode = await stopStack(home, say);
else say(`nothing runs from ${home}`);
