import type { Rung } from '../clocks/escalation-ladder.js';
import { SHIPPED_POLICY, type SlaPolicyContent } from '../clocks/sla-policy.js';
import { slaPolicyFaults } from './sla-policy-faults.js';

const { content } = SHIPPED_POLICY;
const pointersOf = (change: Partial<SlaPolicyContent>) =>
  slaPolicyFaults({ ...content, ...change }).map(({ pointer }) => pointer);
const withRung = (rung: Partial<Rung>) => ({
  ladder: [
    { code: 'more', clock: 'choice', when: { workingDaysIn: 2 }, audience: 'client', act: 'notify', ...rung } as Rung,
    ...content.ladder,
  ],
});
const { CLIENT_CHOICE: _none, ...endless } = content.pauseLimits;

describe('what a policy may say of a choice that waits for its client', () => {
  it('ships without a fault', () => {
    expect(slaPolicyFaults(content)).toEqual([]);
  });

  it.each<[string, Partial<SlaPolicyContent>, string[]]>([
    ['a reminder so many days in', withRung({}), []],
    ['no end at all, reminders by the day', { pauseLimits: endless, ladder: withRung({}).ladder.filter(byDay) }, []],
    ['a share of an end that is not set', { pauseLimits: endless }, ['/ladder/14/when', '/ladder/15/when']],
    ['more than telling people', withRung({ act: 'lift-to-hub' }), ['/ladder/0/act']],
    ['an end after less than a day', { pauseLimits: { ...endless, CLIENT_CHOICE: 0 } }, ['/pauseLimits/CLIENT_CHOICE']],
    ['days in of a promise', withRung({ clock: 'accept', audience: 'holder' }), ['/ladder/0/when']],
    ['a client told of a promise', withRung({ clock: 'accept', when: { share: 0.5 } }), ['/ladder/0/audience']],
  ])('%s', (_, change, pointers) => {
    expect(pointersOf(change)).toEqual(pointers);
  });
});

function byDay({ clock, when }: Rung): boolean {
  return clock !== 'choice' || 'workingDaysIn' in when;
}
