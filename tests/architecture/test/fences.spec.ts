import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BREACHES, BYSTANDERS } from './breaches.js';

const WORKSPACE = join(import.meta.dirname, '../../..');
const TREE = 'tests/architecture/.test/tree';
const CONFIG = 'tests/architecture/fences.cjs';
const { forbidden } = createRequire(import.meta.url)(join(WORKSPACE, CONFIG)) as { forbidden: { name: string }[] };

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

describe('fences', () => {
  let violations: Violation[];

  beforeAll(() => {
    rmSync(join(WORKSPACE, TREE), { recursive: true, force: true });
    for (const [file, content] of Object.entries(BYSTANDERS)) write(file, content);
    for (const { file, imports } of Object.values(BREACHES)) {
      const name = imports.startsWith('.') ? 'b' : '*';
      write(
        file,
        name === 'b'
          ? `import { b } from '${imports}';\nexport const a = b;\n`
          : `import * as b from '${imports}';\nexport const a = b;\n`,
      );
    }
    violations = cruise([`${TREE}/libs`, `${TREE}/services`], TREE);
  });

  it('all have a breach that shows that they bite', () => {
    const shown = new Set(Object.keys(BREACHES).map((rule) => rule.trim()));

    expect([...shown].sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });

  it.each(Object.entries(BREACHES))('%s bites', (rule, { file }) => {
    expect(violations.filter(({ rule: { name } }) => name === rule.trim()).map(({ from }) => from)).toContain(
      `${TREE}/${file}`,
    );
  });

  it('bite nobody else', () => {
    const breaching = Object.values(BREACHES).map(({ file }) => `${TREE}/${file}`);
    const ring = `${TREE}/services/alpha/src/rings/ring-b.ts`;

    expect(violations.map(({ from }) => from).filter((from) => ![...breaching, ring].includes(from))).toEqual([]);
  });

  it('hold in the repository itself', () => {
    expect(cruise(['libs', 'services'], '').map(({ from, rule }) => `${rule.name}: ${from}`)).toEqual([]);
  });
});

function write(file: string, content: string): void {
  const path = join(WORKSPACE, TREE, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function cruise(folders: string[], root: string): Violation[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      CONFIG,
      '--output-type',
      'json',
      ...folders,
    ],
    { cwd: WORKSPACE, env: { ...process.env, FENCES_ROOT: root }, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (!stdout) throw new Error(stderr);
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}
