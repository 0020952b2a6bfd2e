import { CHECKS, STANDINGS, stepsFrom, take, type Act, type Step } from './institution-lifecycle.js';
import { STAGES, type Stage } from './institution-stage.js';
import type { Institution } from './institution.js';

const APPLICANT = 'u-applicant';
const act = (fields: Partial<Act> = {}): Act => ({
  userId: 'u-checker',
  by: 'checker',
  at: new Date('2026-11-24T02:00:00Z'),
  reason: '理由',
  evidence: ['现场核查表 2026-07'],
  ...fields,
});
const body = (stage: Stage, fields: Partial<Institution> = {}): Institution => ({
  id: 'ORG1001',
  name: '某检测公司',
  uscc: '91370481MA3ABCD159',
  kind: '检验检测机构',
  ownership: 'private',
  scope: '建材检测',
  stage,
  ...(stage === 'SUSPENDED' && { suspendedReason: '整改' }),
  qualifications: [],
  capabilities: [{ domain: 'testing', serviceCode: 'TST-001', categories: [] }],
  ...fields,
});
const step = (
  stage: Stage,
  name: Exclude<Step, 'apply'>,
  fields: Partial<Act> = {},
  differs: Partial<Institution> = {},
) => take(body(stage, differs), name, act(fields), new Set([APPLICANT]));

/** Written by hand from DOMAIN section 6: the only steps there are. */
const WAYS: readonly [Stage, Exclude<Step, 'apply'>, Stage][] = [
  ['APPLY', 'resubmit', 'APPLY'],
  ['APPLY', 'take-up', 'DOC_CHECK'],
  ['APPLY', 'refuse', 'REMOVED'],
  ['DOC_CHECK', 'call-site-check', 'SITE_CHECK'],
  ['DOC_CHECK', 'send-back', 'APPLY'],
  ['DOC_CHECK', 'approve', 'APPROVED'],
  ['DOC_CHECK', 'refuse', 'REMOVED'],
  ['SITE_CHECK', 'send-back', 'APPLY'],
  ['SITE_CHECK', 'approve', 'APPROVED'],
  ['SITE_CHECK', 'refuse', 'REMOVED'],
  ['APPROVED', 'go-online', 'ONLINE'],
  ['APPROVED', 'remove', 'REMOVED'],
  ['ONLINE', 'suspend', 'SUSPENDED'],
  ['ONLINE', 'remove', 'REMOVED'],
  ['SUSPENDED', 'reinstate', 'REINSTATED'],
  ['SUSPENDED', 'remove', 'REMOVED'],
  ['REINSTATED', 'suspend', 'SUSPENDED'],
  ['REINSTATED', 'remove', 'REMOVED'],
];

describe('the life of an institution', () => {
  it.each(WAYS)('goes from %s by %s to %s, and says from where', (from, name, to) => {
    const { after, line } = step(from, name);

    expect(after.stage).toBe(to);
    expect(line).toMatchObject({ step: name, from, to, by: 'checker', reason: '理由' });
  });

  it('knows no other way', () => {
    for (const from of STAGES) {
      for (const name of ['resubmit', ...CHECKS, ...STANDINGS] as const) {
        if (WAYS.some(([start, taken]) => start === from && taken === name)) continue;
        expect(() => step(from, name)).toThrow(expect.objectContaining({ code: 'INSTITUTION.ILLEGAL_STEP' }));
      }
    }
  });

  it('offers what may be taken, and to an applicant none of the checks', () => {
    for (const stage of STAGES) {
      const open = WAYS.filter(([from, name]) => from === stage && name !== 'resubmit').map(([, name]) => name);
      expect(
        stepsFrom(stage, false)
          .map((offer) => offer.step)
          .sort(),
      ).toEqual([...open].sort());
    }
    expect(stepsFrom('DOC_CHECK', true)).toEqual([]);
    expect(stepsFrom('ONLINE', true)).toHaveLength(2);
  });

  it.each(CHECKS)('is not checked by whoever applied: %s', (check) => {
    const [from] = WAYS.find(([, name]) => name === check)!;
    expect(() => step(from, check, { userId: APPLICANT })).toThrow(
      expect.objectContaining({ code: 'INSTITUTION.OWN_APPLICATION', kind: 'forbidden' }),
    );
  });

  it.each([
    ['DOC_CHECK', 'send-back', { reason: undefined }, '/reason'],
    ['APPLY', 'refuse', { reason: undefined }, '/reason'],
    ['ONLINE', 'suspend', { reason: undefined }, '/reason'],
    ['SUSPENDED', 'reinstate', { reason: undefined }, '/reason'],
    ['ONLINE', 'remove', { reason: undefined }, '/reason'],
    ['SITE_CHECK', 'approve', { evidence: [] }, '/evidence'],
  ] as const)('asks in %s for what %s rests on', (stage, name, without, pointer) => {
    expect(() => step(stage, name, without)).toThrow(expect.objectContaining({ kind: 'invalid', pointer }));
  });

  it('is not approved while a qualification is unverified, nor online without anything to offer', () => {
    const licence = {
      kind: 'CMA',
      number: '241500202345',
      validFrom: '2024-01-01',
      status: 'VALID',
      demo: false,
    } as const;
    const verified = { by: 'checker', at: '2026-11-24T02:00:00.000Z', source: '认监委' };

    expect(() => step('DOC_CHECK', 'approve', {}, { qualifications: [licence] })).toThrow(
      expect.objectContaining({ code: 'INSTITUTION.NOT_VERIFIED', kind: 'conflict' }),
    );
    const checked = step('DOC_CHECK', 'approve', {}, { qualifications: [{ ...licence, verified }] });
    expect(checked.after.stage).toBe('APPROVED');
    expect(() => step('APPROVED', 'go-online', {}, { capabilities: [] })).toThrow(
      expect.objectContaining({ code: 'INSTITUTION.NO_CAPABILITY' }),
    );
  });

  it('keeps why it is suspended only as long as it is', () => {
    const { after } = step('ONLINE', 'suspend', { reason: '证书到期' });
    expect(after.suspendedReason).toBe('证书到期');
    expect(take(after, 'reinstate', act(), new Set()).after).not.toHaveProperty('suspendedReason');
    expect(take(after, 'remove', act(), new Set()).after).not.toHaveProperty('suspendedReason');
  });
});
