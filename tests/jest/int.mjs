import { fileURLToPath } from 'node:url';
import { preset } from './preset.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

export default {
  ...preset,
  testMatch: ['<rootDir>/test/**/*.int-spec.ts'],
  globalSetup: here('./start-backends.mjs'),
  globalTeardown: here('./stop-backends.mjs'),
  passWithNoTests: true,
  testTimeout: 180_000,
};
