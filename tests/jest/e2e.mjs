import { fileURLToPath } from 'node:url';
import { preset } from './preset.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Against the whole running system; files run one after another in the order of their names. */
export default {
  ...preset,
  testMatch: ['<rootDir>/test/**/*.e2e-spec.ts'],
  globalSetup: here('./start-stack.mjs'),
  globalTeardown: here('./stop-stack.mjs'),
  testSequencer: here('./by-name.cjs'),
  testTimeout: 300_000,
};
