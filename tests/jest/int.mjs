import { fileURLToPath } from 'node:url';
import { preset } from './preset.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

export default {
  ...preset,
  testMatch: ['<rootDir>/test/**/*.int-spec.ts'],
  globalSetup: here('./start-backends.mjs'),
  globalTeardown: here('./stop-backends.mjs'),
  passWithNoTests: true,
  // One file at a time, in a worker that a new one follows when it has grown: modules loaded for a file are never let go,
  // and by the thirtieth file loading them took five times as long.
  maxWorkers: 1,
  workerIdleMemoryLimit: '300MB',
  testTimeout: 180_000,
};
