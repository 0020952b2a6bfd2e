import { NODE_LEVELS } from '../network/service-node.js';
import type { ContentFault } from '@nqi/kernel';
import { RULE_SET } from '../rules/rule-set.js';

type Tree = Readonly<Record<string, unknown>>;

const SERVICE_PATTERN = /^[A-Z]{3}-(\d{3}|\d{0,2}\*)$/;
const LONGEST_LIST = 200;
const HIGHEST = 1_000_000;
const SUM_TOLERANCE = 1e-9;
const POSITIVE = ['/farthestKilometres', '/institutionCapacity'];

/**
 * Everything that is wrong with the content of a rule set; empty when the router can work by it. The shipped rule set
 * is the measure of which fields there are and of what kind, so that a field added there is checked here too.
 */
export function ruleSetFaults(content: unknown): ContentFault[] {
  const { version: _version, ...shape } = RULE_SET;
  const faults = shapeFaults(content, shape, '');
  return faults.length > 0 ? faults : meaningFaults(content as Tree);
}

function shapeFaults(value: unknown, shape: unknown, pointer: string): ContentFault[] {
  const wrong = (detail: string): ContentFault[] => [{ pointer: pointer || '/', detail }];
  switch (typeof shape) {
    case 'number':
      return typeof value === 'number' && value >= 0 && value <= HIGHEST ? [] : wrong(`a number from 0 to ${HIGHEST}`);
    case 'boolean':
      return typeof value === 'boolean' ? [] : wrong('true or false');
    case 'string':
      return typeof value === 'string' && value.trim() !== '' && value.length <= 100 ? [] : wrong('a short text');
    default:
      return Array.isArray(shape) ? listFaults(value, shape, pointer) : objectFaults(value, shape as Tree, pointer);
  }
}

function listFaults(value: unknown, [sample]: readonly unknown[], pointer: string): ContentFault[] {
  if (!Array.isArray(value) || value.length > LONGEST_LIST) {
    return [{ pointer, detail: `a list of ${LONGEST_LIST} at most` }];
  }
  return value.flatMap((member, index) => shapeFaults(member, sample, `${pointer}/${index}`));
}

function objectFaults(value: unknown, shape: Tree, pointer: string): ContentFault[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ pointer: pointer || '/', detail: 'an object' }];
  }
  const tree = value as Tree;
  const unknown = Object.keys(tree)
    .filter((key) => !Object.hasOwn(shape, key))
    .map((key) => ({ pointer: `${pointer}/${escaped(key)}`, detail: 'not a field of a rule set' }));
  const known = Object.entries(shape).flatMap(([key, sample]) => {
    const place = `${pointer}/${key}`;
    return Object.hasOwn(tree, key) ? shapeFaults(tree[key], sample, place) : [{ pointer: place, detail: 'missing' }];
  });
  return [...unknown, ...known];
}

function meaningFaults(content: Tree): ContentFault[] {
  const faults: ContentFault[] = [];
  const sum = numbersOf(content.weights).reduce((total, [, weight]) => total + weight, 0);
  if (Math.abs(sum - 1) > SUM_TOLERANCE) faults.push({ pointer: '/weights', detail: `weights sum to 1, not ${sum}` });
  for (const [relation, score] of numbersOf(content.levelScores)) {
    if (score > 1) faults.push({ pointer: `/levelScores/${relation}`, detail: 'at most 1' });
  }
  for (const pointer of POSITIVE) {
    if (!(Number(content[pointer.slice(1)]) > 0)) faults.push({ pointer, detail: 'more than 0' });
  }
  const rules = content.qualificationRules as readonly { services: string[]; anyOf: string[] }[];
  faults.push(...patternFaults(content.statutoryServices as string[], '/statutoryServices'));
  const levels = content.statutoryLevels as readonly { services: string[]; level: string }[];
  faults.push(...serviceFaults(rules, '/qualificationRules'), ...serviceFaults(levels, '/statutoryLevels'));
  levels.forEach(({ level }, index) => {
    const known = (NODE_LEVELS as readonly string[]).includes(level);
    if (!known) faults.push({ pointer: `/statutoryLevels/${index}/level`, detail: `one of ${NODE_LEVELS.join(', ')}` });
  });
  rules.forEach(({ anyOf }, index) => {
    const place = `/qualificationRules/${index}`;
    if (anyOf.length === 0) faults.push({ pointer: `${place}/anyOf`, detail: 'names no qualification' });
  });
  return faults;
}

function serviceFaults(lines: readonly { services: string[] }[], pointer: string): ContentFault[] {
  return lines.flatMap(({ services }, index) => {
    const place = `${pointer}/${index}/services`;
    return services.length === 0 ? [{ pointer: place, detail: 'names no service' }] : patternFaults(services, place);
  });
}

function patternFaults(patterns: readonly string[], pointer: string): ContentFault[] {
  return patterns.flatMap((pattern, index) =>
    SERVICE_PATTERN.test(pattern)
      ? []
      : [{ pointer: `${pointer}/${index}`, detail: 'a service code such as MET-001, or MET-* for any ending' }],
  );
}

const numbersOf = (value: unknown): [string, number][] => Object.entries(value as Record<string, number>);

const escaped = (key: string): string => key.replace(/~/g, '~0').replace(/\//g, '~1');
