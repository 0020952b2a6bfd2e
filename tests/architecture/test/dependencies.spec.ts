import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const WORKSPACE = join(import.meta.dirname, '../../..');

interface Package {
  readonly dependencies?: Record<string, string>;
}

const projects = ['libs', 'services', 'tests'].flatMap((group) =>
  readdirSync(join(WORKSPACE, group))
    .map((name) => `${group}/${name}`)
    .filter((path) => ['package.json', 'tsconfig.json'].every((file) => existsSync(join(WORKSPACE, path, file)))),
);
const read = <T>(path: string, file: string): T => JSON.parse(readFileSync(join(WORKSPACE, path, file), 'utf8')) as T;

describe('dependencies', () => {
  it.each(projects)(
    '%s tells npm and Nx the same neighbours as TypeScript, so that builds wait for what they need',
    (path) => {
      const { references = [] } = read<{ references?: { path: string }[] }>(path, 'tsconfig.json');
      const folders = references.map((reference) => reference.path);
      const neighbours = folders.map((folder) =>
        folder.endsWith('deploy/local') ? '@nqi/local-stack' : `@nqi/${basename(folder)}`,
      );

      expect(Object.keys(read<Package>(path, 'package.json').dependencies ?? {}).sort()).toEqual(neighbours.sort());
    },
  );
});
