import e2e from './e2e.mjs';

/** Random bodies against the whole running system, for as long as one asks for. */
export default { ...e2e, testMatch: ['<rootDir>/test/**/*.fuzz-spec.ts'], forceExit: true };
