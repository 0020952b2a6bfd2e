// npm test: every check there is, from a clean clone, with nothing set up by hand. `--quick` leaves out what needs
// backends or a browser. The last line counts what ran.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { askAdvisories } from './runner/advisories.mjs';
import { installPackages } from './runner/packages.mjs';
import { ensureBrowser } from './runner/browser.mjs';
import { command, nx } from './runner/commands.mjs';
import { jestCounts, resetJestResults } from './runner/jest-results.mjs';
import { Report } from './runner/report.mjs';
import { startStack } from './runner/stack.mjs';

const root = join(import.meta.dirname, '..');
const quick = process.argv.includes('--quick');
const report = new Report();
process.chdir(root);

await installPackages(root);
resetJestResults(root);

await report.step('format', () => command('prettier --check --log-level warn .'));
await report.step('contracts: format', () => command('buf format --diff --exit-code proto'));
await report.step('contracts: lint', () => command('buf lint proto'));
await report.step('contracts: no breaking change', () => command('buf breaking proto --against proto/released.binpb'));
await report.step('advisories against packages', askAdvisories);
await report.step('build', () => nx('build'));
await report.step('lint', () => nx('lint'));
await report.step('types', () => nx('typecheck'));
await report.step('fences', () =>
  command('depcruise --config tests/architecture/fences.cjs --output-type err libs services'),
);
await report.step('compose file', () => command('node deploy/compose-check.mjs'));
await report.step(
  'unit tests',
  () => nx('test'),
  () => jestCounts(root, 'unit'),
);

if (!quick) {
  const { startTestBackends } = await import('@nqi/test-kit');
  const home = process.env.NQI_TEST_HOME ?? join(root, '.nqi', 'test');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  let backends;
  await report.step('backends', async () => {
    backends = await startTestBackends(home);
    return { ok: true, output: '' };
  });
  try {
    if (backends) {
      const env = { ...process.env, ...backends.env };
      await report.step(
        'integration tests',
        () => nx('test-int', { env, parallel: 2 }),
        () => jestCounts(root, 'int'),
      );
    }
  } finally {
    await backends?.stop();
  }
  await report.step('browser at hand', ensureBrowser);
  let stack;
  await report.step('npm start on an empty state', async () => {
    stack = await startStack();
    return { ok: true, output: '' };
  });
  if (stack) {
    const env = { ...process.env, NQI_STACK: stack.file };
    await report.step(
      'end to end',
      () => nx('test-e2e', { env, parallel: 1, projects: 'e2e-tests' }),
      () => jestCounts(root, 'e2e', ['tests/e2e']),
    );
    await report.step(
      'browser',
      () => nx('test-e2e', { env, parallel: 1, projects: 'browser-tests' }),
      () => jestCounts(root, 'e2e', ['tests/browser']),
    );
    await report.step('stop', async () => {
      await stack.stop();
      return { ok: true, output: '' };
    });
  }
}

process.exit(report.close());
