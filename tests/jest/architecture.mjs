import { preset } from './preset.mjs';

export default { ...preset, testMatch: ['<rootDir>/test/**/*.spec.ts'], testTimeout: 60_000 };
