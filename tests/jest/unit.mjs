import { preset } from './preset.mjs';

export default { ...preset, testMatch: ['<rootDir>/src/**/*.spec.ts'], passWithNoTests: true };
