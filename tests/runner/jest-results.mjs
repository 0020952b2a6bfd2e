import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const GROUPS = ['libs', 'services', 'tests', 'deploy'];

/** Forgets earlier results, so that only what ran now (or came from Nx's cache now) is counted. */
export function resetJestResults(root) {
  for (const folder of projectFolders(root)) rmSync(join(folder, '.test'), { recursive: true, force: true });
}

/**
 * Adds up what jest wrote of one kind of tests.
 * @param {string} root
 * @param {'unit' | 'int' | 'e2e'} kind
 * @param {string[]} [folders] only these, else all
 * @returns {import('./report.mjs').Counts}
 */
export function jestCounts(root, kind, folders) {
  const counts = { passed: 0, failed: 0 };
  for (const folder of folders ? folders.map((name) => join(root, name)) : projectFolders(root)) {
    const file = join(folder, '.test', `${kind}.json`);
    if (!existsSync(file)) continue;
    const result = JSON.parse(readFileSync(file, 'utf8'));
    counts.passed += result.numPassedTests;
    counts.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  }
  return counts;
}

function projectFolders(root) {
  return GROUPS.flatMap((group) =>
    readdirSync(join(root, group), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(root, group, entry.name)),
  );
}
