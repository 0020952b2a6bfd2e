import { comparisonsOf } from './comparisons.js';

const SIDE = { ruleSet: 'a', placed: 100, loadGini: 0.4, predictedBreaches: 7, meanKilometres: 12.5 };
const verdicts = (draft: Partial<typeof SIDE>): Record<string, string> =>
  Object.fromEntries(comparisonsOf(SIDE, { ...SIDE, ...draft }).map(({ figure, verdict }) => [figure, verdict]));

describe('the two sides of a simulation', () => {
  it('are the same where nothing differs', () => {
    expect(Object.values(verdicts({}))).toEqual(['same', 'same', 'same', 'same']);
  });

  it('are judged by what is better: more placed, more even, fewer late, nearer', () => {
    expect(verdicts({ placed: 101, loadGini: 0.3, predictedBreaches: 6, meanKilometres: 12 })).toEqual({
      placed: 'better',
      loadGini: 'better',
      predictedBreaches: 'better',
      meanKilometres: 'better',
    });
    expect(verdicts({ placed: 99, loadGini: 0.5, predictedBreaches: 8, meanKilometres: 13 })).toEqual({
      placed: 'worse',
      loadGini: 'worse',
      predictedBreaches: 'worse',
      meanKilometres: 'worse',
    });
  });

  it('are not judged where one side does not know', () => {
    expect(verdicts({ meanKilometres: undefined })['meanKilometres']).toBe('unknown');
  });

  it('share one scale', () => {
    expect(comparisonsOf(SIDE, { ...SIDE, placed: 250 })[0]?.top).toBe(250);
  });
});
