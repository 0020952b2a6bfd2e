import type { Chance } from './chance.js';

/** Values that have broken systems before. */
export const NASTY: readonly unknown[] = [
  null,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '😀'.repeat(200),
  '字'.repeat(5_000),
  "' OR '1'='1",
  "'; DROP TABLE ticket; --",
  '${jndi:ldap://x}',
  '../../../etc/passwd',
  '<svg onload=alert(1)>',
  '%s%n{{7*7}}',
  'line\r\n{"level":"error"}',
  '2026-13-45T99:99:99Z',
  '99999-01-01T00:00:00Z',
  '2026-02-30',
  '00000000-0000-0000-0000-00000000000g',
  'WS-370481',
  'MET-001',
  0,
  -1,
  1.5,
  2_147_483_648,
  9_007_199_254_740_993,
  1e308,
  -1e308,
  '1e999',
  true,
  false,
  [],
  {},
  [[]],
  [null],
  { length: -1 },
  { toString: 'x' },
  JSON.parse('{"__proto__": {"roles": ["administrator"]}}'),
];

const NASTY_TEXT = NASTY.filter((value) => typeof value === 'string');

type Node = Record<string, unknown>;

/** The body as JSON text with something wrong with it: a value, a field more or less, or the text itself. */
export function spoil(body: unknown, chance: Chance): string {
  const copy = structuredClone(body);
  if (chance.yes(0.03)) return JSON.stringify(chance.one(NASTY));
  const times = 1 + chance.below(3);
  for (let time = 0; time < times; time += 1) spoilOne(copy, chance);
  const text = JSON.stringify(copy) ?? '';
  if (chance.yes(0.02)) return text.slice(0, chance.below(text.length));
  if (chance.yes(0.01)) return text.replace(/}$/, `,"deep":${'['.repeat(2_000)}${']'.repeat(2_000)}}`);
  return text;
}

function spoilOne(body: unknown, chance: Chance): void {
  const places = placesOf(body);
  const [holder, key] = places.length > 0 ? chance.one(places) : [];
  if (holder === undefined || key === undefined) {
    if (isNode(body)) body[chance.one(['id', 'version', 'constructor', 'x'])] = structuredClone(chance.one(NASTY));
    return;
  }
  const kind = chance.next();
  if (kind < 0.1) delete holder[key];
  else if (kind < 0.15) holder[`${key}x`] = holder[key];
  else if (kind < 0.2) holder[key] = Array.from({ length: 300 }, () => holder[key]);
  else if (kind < 0.35 && typeof holder[key] === 'string') holder[key] = `${holder[key]}${chance.one(NASTY_TEXT)}`;
  else holder[key] = structuredClone(chance.one(NASTY));
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every place of a value: what holds it, and under which key. */
function placesOf(value: unknown): [Node, string][] {
  if (!isNode(value)) return [];
  return Object.keys(value).flatMap((key) => [[value, key] as [Node, string], ...placesOf(value[key])]);
}
