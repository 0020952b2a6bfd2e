// @ts-check
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// Nothing is installed yet when this begins, so all it reads are modules of Node itself and its neighbours.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Node.js 20.19 or newer is needed and this is ${process.versions.node}: install Node.js 20 LTS or 22\n`,
  );
  process.exit(1);
}

const { runStack } = await import('./stack/run-stack.mjs');
const { SERVICES } = await import('./services.mjs');
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

process.exitCode = await runStack({ root, services: SERVICES });
