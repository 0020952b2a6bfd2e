import { preset } from './preset.mjs';

export default {
  ...preset,
  testMatch: ['<rootDir>/test/**/*.int-spec.ts'],
  passWithNoTests: true,
  testTimeout: 60_000,
};
