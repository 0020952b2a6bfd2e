import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

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
  const counts = { passed: 0, failed: 0, failures: [] };
  for (const folder of folders ? folders.map((name) => join(root, name)) : projectFolders(root)) {
    const file = join(folder, '.test', `${kind}.json`);
    if (!existsSync(file)) continue;
    const result = JSON.parse(readFileSync(file, 'utf8'));
    counts.passed += result.numPassedTests;
    counts.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
    counts.failures.push(...result.testResults.flatMap((file) => failuresOf(root, file)));
  }
  return counts;
}

/** Every failed test of a file with the first lines of its reason; of a file that did not run, that reason. */
function failuresOf(root, { name, status, message, assertionResults }) {
  const file = relative(root, name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length > 0)
    return failed.map((test) => `${file} > ${test.fullName}\n${firstLines(test.failureMessages.join('\n'))}`);
  return status === 'failed' ? [`${file}\n${firstLines(message)}`] : [];
}

const firstLines = (text) => stripVTControlCharacters(text).trim().split('\n').slice(0, 25).join('\n');

function projectFolders(root) {
  return GROUPS.flatMap((group) =>
    readdirSync(join(root, group), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(root, group, entry.name)),
  );
}
