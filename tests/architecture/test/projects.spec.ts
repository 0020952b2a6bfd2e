import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const WORKSPACE = join(import.meta.dirname, '../../..');
const TYPES = {
  libs: ['type:lib', 'type:kernel', 'type:test-kit'],
  services: ['type:service', 'type:web'],
  tests: ['type:test'],
};

const projects = Object.entries(TYPES).flatMap(([group, types]) =>
  readdirSync(join(WORKSPACE, group))
    .filter((name) => existsSync(join(WORKSPACE, group, name, 'project.json')))
    .map((name) => {
      const project = JSON.parse(readFileSync(join(WORKSPACE, group, name, 'project.json'), 'utf8')) as {
        tags: string[];
      };
      return { path: `${group}/${name}`, types, tags: project.tags };
    }),
);

describe('projects', () => {
  it.each(projects)('$path says what it is and whose it is', ({ types, tags }) => {
    expect(types).toContain(tags.find((tag) => tag.startsWith('type:')));
    expect(tags.find((tag) => tag.startsWith('scope:'))).toBeDefined();
    expect(tags.join()).not.toContain('*');
  });

  it.each(projects.filter(({ path }) => path.startsWith('services/')))('$path has a README', ({ path }) => {
    expect(existsSync(join(WORKSPACE, path, 'README.md'))).toBe(true);
  });

  it('has one barrel per library and none in services', () => {
    const barrels = projects
      .flatMap(({ path }) =>
        readdirSync(join(WORKSPACE, path), { recursive: true, encoding: 'utf8' }).map((file) => `${path}/${file}`),
      )
      .filter((file) => /\/src\/(.+\/)?index\.ts$/.test(file) && !/node_modules|\/gen\//.test(file));

    expect(barrels.filter((file) => !/^libs\/[^/]+\/src\/index\.ts$/.test(file))).toEqual([]);
  });
});
