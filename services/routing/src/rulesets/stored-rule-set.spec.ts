import { differences, inForceAt } from '@nqi/kernel';
import { RULE_SET } from '../rules/rule-set.js';
import { ruleSetFaults } from './rule-set-faults.js';
import { RULE_SETS, ruleSetOf, type StoredRuleSet } from './stored-rule-set.js';

const { version, ...CONTENT } = RULE_SET;
const NOON = new Date('2026-11-24T04:00:00Z');
const LATER = new Date('2026-11-24T05:00:00Z');
const draft: StoredRuleSet = {
  version: 'next',
  status: 'DRAFT',
  content: CONTENT,
  draftedBy: 'a',
  createdAt: NOON,
  rowVersion: 1,
};
const pointers = (content: unknown) => ruleSetFaults(content).map(({ pointer }) => pointer);

describe('the content of a rule set', () => {
  it('is valid as shipped', () => {
    expect(ruleSetFaults(CONTENT)).toEqual([]);
    expect(ruleSetOf({ version, content: CONTENT })).toEqual(RULE_SET);
  });

  it.each([
    ['nothing', null, ['/']],
    ['weights that do not sum to 1', { ...CONTENT, weights: { ...CONTENT.weights, level: 0 } }, ['/weights']],
    ['a negative weight', { ...CONTENT, weights: { ...CONTENT.weights, load: -0.1 } }, ['/weights/load']],
    ['a weight that is no number', { ...CONTENT, weights: { ...CONTENT.weights, load: NaN } }, ['/weights/load']],
    [
      'a relation nobody knows',
      { ...CONTENT, levelScores: { ...CONTENT.levelScores, 'a/b': 1 } },
      ['/levelScores/a~1b'],
    ],
    ['a score above 1', { ...CONTENT, levelScores: { ...CONTENT.levelScores, hub: 2 } }, ['/levelScores/hub']],
    ['no capacity', { ...CONTENT, institutionCapacity: 0 }, ['/institutionCapacity']],
    ['a pattern that names no service', { ...CONTENT, statutoryServices: ['MET-001', '*'] }, ['/statutoryServices/1']],
    [
      'an empty rule',
      { ...CONTENT, qualificationRules: [{ services: ['TST-*'], anyOf: [] }] },
      ['/qualificationRules/0/anyOf'],
    ],
    [
      'a level that is none',
      { ...CONTENT, statutoryLevels: [{ services: [], level: 'VILLAGE' }] },
      ['/statutoryLevels/0/services', '/statutoryLevels/0/level'],
    ],
    ['a field that is not one', { ...CONTENT, version: '1' }, ['/version']],
  ])('is refused with %s', (_, content, expected) => {
    expect(pointers(content)).toEqual(expected);
  });
});

describe('the difference of two rule sets', () => {
  it('names each place with both sides', () => {
    const other = { ...CONTENT, farthestKilometres: 9, statutoryServices: ['MET-001'] };

    expect(differences(CONTENT, CONTENT)).toEqual([]);
    expect(differences(CONTENT, other)).toEqual([
      { pointer: '/farthestKilometres', before: CONTENT.farthestKilometres, after: 9 },
      { pointer: '/statutoryServices/1', before: 'MET-002' },
    ]);
    expect(differences({ 'a/b': 1 }, { 'a/b': [1] })).toEqual([{ pointer: '/a~1b', before: 1, after: [1] }]);
  });
});

describe('a rule set on its way', () => {
  const TWO = { userId: 'two', username: 'b' };

  it('asks for nothing that changes decisions and was not in it when it was published', () => {
    const { statutoryLevels, besideWithinKilometres: _beside, qualificationAfterAct: _after, ...older } = CONTENT;

    expect(ruleSetOf({ version: 'older', content: older as typeof CONTENT })).toMatchObject({
      statutoryLevels: [],
      besideWithinKilometres: 0,
      qualificationAfterAct: true,
    });
    expect(ruleSetOf({ version: 'newer', content: CONTENT }).statutoryLevels).toEqual(statutoryLevels);
  });

  it('is published by two different people', () => {
    const waiting = RULE_SETS.proposed(draft, 'one', LATER, NOON);

    expect(() => RULE_SETS.approved(waiting, { userId: 'one', username: 'one' }, NOON)).toThrow(
      expect.objectContaining({ code: 'RULE_SET.SAME_PERSON' }),
    );
    expect(() => RULE_SETS.approved(waiting, { userId: 'two', username: 'a' }, NOON)).toThrow(
      expect.objectContaining({ code: 'RULE_SET.SAME_PERSON' }),
    );
    expect(RULE_SETS.approved(waiting, TWO, NOON)).toMatchObject({
      status: 'PUBLISHED',
      rowVersion: 3,
      publishedAt: NOON,
    });
  });

  it('does not take effect in the past, nor when approved too late', () => {
    const backdated = expect.objectContaining({ code: 'RULE_SET.BACKDATED' });

    expect(() => RULE_SETS.proposed(draft, 'one', NOON, LATER)).toThrow(backdated);
    expect(() => RULE_SETS.approved(RULE_SETS.proposed(draft, 'one', NOON, NOON), TWO, LATER)).toThrow(backdated);
  });

  it('is in force from its instant until that of a later one', () => {
    const first = { ...draft, version: 'first', effectiveFrom: NOON };
    const second = { ...draft, version: 'second', effectiveFrom: LATER };
    const at = (instant: Date) => inForceAt([second, first], instant)?.version;

    expect([at(new Date(0)), at(NOON), at(new Date(LATER.getTime() - 1)), at(LATER)]).toEqual([
      undefined,
      'first',
      'first',
      'second',
    ]);
  });
});
