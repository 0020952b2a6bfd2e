import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { en } from './en.js';
import { zh } from './zh.js';

const SOURCES = new URL('../', import.meta.url).pathname;

const keysOf = (texts: object, prefix = ''): string[] =>
  Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [prefix + name] : keysOf(text as object, `${prefix}${name}.`),
  );
const textAt = (texts: object, key: string): unknown =>
  key.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], texts);
const blanks = (text: unknown): string[] =>
  [...String(text).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

/** Keys that the sources name literally; those put together from data are tested where they are made. */
function keysInUse(): string[] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const sources = files
    .filter((file) => !file.includes('.spec.'))
    .map((file) => readFileSync(join(SOURCES, file), 'utf8'));
  const calls = sources.flatMap((source) => [...source.matchAll(/\b(?:t|word)\(\s*'([\w.-]+)'/g)]);
  return [...new Set(calls.map(([, key]) => key ?? ''))];
}

describe('texts', () => {
  it('have the same keys in both languages', () => {
    expect(keysOf(en).sort()).toEqual(keysOf(zh).sort());
  });

  it('have the same blanks to fill in both languages', () => {
    const differing = keysOf(zh).filter((key) => String(blanks(textAt(zh, key))) !== String(blanks(textAt(en, key))));

    expect(differing).toEqual([]);
  });

  it('are there for every key in use', () => {
    const used = keysInUse();

    expect(used.length).toBeGreaterThan(200);
    expect(used.filter((key) => typeof (textAt(zh, key) ?? textAt(zh, `${key}_other`)) !== 'string')).toEqual([]);
  });

  it('are Chinese and English', () => {
    const chinese = /[\u4e00-\u9fff]/;

    expect(keysOf(en).filter((key) => chinese.test(String(textAt(en, key))))).toEqual([]);
  });
});
