import { DomainError } from '@nqi/kernel';
import { Job, type JobFacts } from '@nqi/work';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { packagedCorpus } from '../corpus/packaged.corpus.js';
import type { StandardsStatus } from './standards-job.js';
import { standardsProcedure } from './standards.procedure.js';

const PROCEDURE = standardsProcedure(packagedCorpus());
const FACTS: JobFacts = {
  id: 'job-1',
  jobNo: 'JB-BZ-20261124-000001',
  ticketId: 'ticket-1',
  requestId: 'request-1',
  requestNo: 'ZZ-BZ-20261124-000001',
  itemId: 'item-1',
  serviceCode: 'STD-001',
  serviceName: { zh: '标准查询', en: 'Standards lookup' },
  enterpriseUscc: '91370481MA3ABCD159',
  enterpriseName: '演示企业',
  nodeCode: 'WS-370481',
  nodePath: 'PROV-370000/HUB-370400/WS-370481',
  institutionId: 'ORG023',
  institutionName: '演示标准化研究院',
  mode: 'online',
  openedAt: new Date('2026-11-24T01:00:00Z'),
};
const AFTERNOON = new Date('2026-11-24T07:00:00Z');
const HANDS = { technician: '张核查', reviewer: '李审核', approver: '王批准', client: '客户' };

type Body = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- a test changes what it likes
const ajv = new Ajv2020({ allErrors: true, strict: false, useDefaults: true });
formats.default(ajv);

const aJob = (serviceCode: string, ...refs: string[]) =>
  Job.open(PROCEDURE, { ...FACTS, serviceCode }, { standards: refs.map((ref) => ({ ref })), note: '请协助' });
type StandardsJob = ReturnType<typeof aJob>;

/** Takes the next step forward with the example that its schema carries. */
function step(job: StandardsJob, change: (body: Body) => void = () => undefined): string {
  const action = job.actions[0];
  if (!action) throw new Error(`nothing to do in ${job.snapshot.status}`);
  const schema = action.schema(job.snapshot);
  const body = structuredClone((schema['examples'] as Body[])[0]) as Body;
  expect(ajv.validate(schema, body) ? [] : ajv.errors).toEqual([]);
  change(body);
  job.perform(action.name, body, { username: action.role, name: HANDS[action.role] }, AFTERNOON);
  return action.name;
}
const act = (job: StandardsJob, name: string, role: keyof typeof HANDS, body: Body) =>
  job.perform(name, body, { username: role, name: HANDS[role] }, AFTERNOON);
function until(job: StandardsJob, status: StandardsStatus): StandardsJob {
  while (job.snapshot.status !== status) step(job);
  return job;
}
const toTheEnd = (job: StandardsJob): string[] => {
  const names: string[] = [];
  while (!job.snapshot.closedAt) names.push(step(job));
  return names;
};
const issuedBy = (job: StandardsJob) =>
  job.pullEvents().flatMap((event) => (event.type === 'DeliverableIssued' ? [event.deliverable] : []));
const refusalOf = (take: () => void): readonly [string, string?] => {
  try {
    take();
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.pointer];
    throw error;
  }
  return ['nothing'];
};

describe('a validity check', () => {
  it('is looked up, confirmed, reviewed and issued', () => {
    const job = aJob('STD-002', 'GB/T 19001-2016', 'GB 175-2007', 'GB 7718-2025');

    expect(toTheEnd(job)).toEqual(['look-up', 'confirm', 'review-check', 'issue-check']);
    expect(issuedBy(job)).toMatchObject([
      { kind: 'validity-report', title: { zh: '标准查新报告' }, conclusion: '核查 3 项：有效 1 项，须关注 2 项' },
    ]);
  });

  it('answers for the day that was asked about', () => {
    const job = aJob('STD-001', 'GB 175-2007');
    step(job, (body) => (body['checkedOn'] = '2020-06-01'));

    expect(job.snapshot.data.check?.rows).toMatchObject([{ status: 'CURRENT', replacement: 'GB 175-2023' }]);
  });

  it('cannot answer for a day that has not come', () => {
    expect(refusalOf(() => step(aJob('STD-001', 'GB 175-2023'), (body) => (body['checkedOn'] = '2026-11-25')))).toEqual(
      ['STANDARDS.DATE_AHEAD', '/checkedOn'],
    );
  });

  it('takes evidence with dates for what the corpus does not have, and works the status out itself', () => {
    const job = until(aJob('STD-001', 'GB/T 99999-2020'), 'LOOKED_UP');
    expect(job.snapshot.data.check?.rows).toMatchObject([{ matched: false, verdict: 'UNKNOWN' }]);

    step(job, (body) => {
      body['rows'][0].note = '电话核实';
      body['evidence'] = [
        {
          row: 1,
          source: '全国标准信息公共服务平台',
          title: '某标准',
          implementedOn: '2020-10-01',
          abolishedOn: '2025-01-01',
        },
      ];
    });

    expect(job.snapshot.data.check?.rows).toMatchObject([
      { status: 'ABOLISHED', verdict: 'FAIL', evidence: '全国标准信息公共服务平台', note: '电话核实' },
    ]);
  });

  it.each<[string, Body, string]>([
    ['abolished before it came into force', { abolishedOn: '2020-10-01' }, '/evidence/0/abolishedOn'],
    ['replaced by nothing', { replacedOn: '2025-01-01' }, '/evidence/0/replacedBy'],
    ['replaced on no day', { replacedBy: 'GB/T 99999-2025' }, '/evidence/0/replacedOn'],
    [
      'replaced before it came into force',
      { replacedBy: 'GB/T 9-2019', replacedOn: '2019-01-01' },
      '/evidence/0/replacedOn',
    ],
    ['of a row that is not there', { row: 2 }, '/evidence/0/row'],
  ])('refuses evidence of a standard %s', (_, fields, pointer) => {
    const job = until(aJob('STD-001', 'GB/T 99999-2020'), 'LOOKED_UP');
    const evidence = { row: 1, source: '平台', title: '某标准', implementedOn: '2020-10-01', ...fields };

    expect(refusalOf(() => step(job, (body) => (body['evidence'] = [evidence])))[1]).toBe(pointer);
  });

  it('can be sent back by reviewer and approver', () => {
    const job = until(aJob('STD-001', 'GB 175-2023'), 'CONFIRMED');
    act(job, 'return-check', 'reviewer', { reason: '复核' });
    expect(job.snapshot).toMatchObject({ status: 'LOOKED_UP', data: { sentBack: { by: '李审核', reason: '复核' } } });

    until(job, 'CHECK_REVIEWED');
    act(job, 'refuse-check', 'approver', { reason: '复核' });
    expect(job.snapshot.status).toBe('LOOKED_UP');
  });
});

describe('a self-declaration', () => {
  it('is gapped, drafted, approved by the enterprise, published and reported', () => {
    const job = aJob('STD-003', 'GB/T 19580-2012', 'GB/T 19001-2008');

    expect(toTheEnd(job)).toEqual([
      'check-gaps',
      'submit-draft',
      'approve-draft',
      'record-publication',
      'review-publication',
      'close',
    ]);
    expect(issuedBy(job)).toMatchObject([
      { kind: 'standards-report', conclusion: 'Q/370400 YS001-2026 已自我声明公开(370400-2026-000001)，涉及产品 1 项' },
    ]);
  });

  it('is approved by nobody but the enterprise', () => {
    const job = until(aJob('STD-003'), 'DRAFT_REVIEW');

    expect(job.actions.map(({ name, role }) => [name, role])).toEqual([
      ['approve-draft', 'client'],
      ['request-changes', 'client'],
    ]);
  });

  it('goes back to the draft when the enterprise asks for changes', () => {
    const job = until(aJob('STD-003'), 'DRAFT_REVIEW');
    act(job, 'request-changes', 'client', { reason: '型号有误' });

    expect(job.snapshot.status).toBe('GAP_CHECK');
  });

  it('leaves no gap open, neither an unmet requirement nor an outdated reference', () => {
    const job = aJob('STD-003', 'GB/T 19001-2008');
    step(job, (body) => (body['requirements'][3] = { ...body['requirements'][3], met: false }));

    expect(refusalOf(() => step(job, (body) => body['resolutions'].pop()))).toEqual([
      'STANDARDS.GAP_OPEN',
      '/resolutions',
    ]);
    expect(refusalOf(() => step(job, (body) => body['resolutions'].shift()))).toEqual([
      'STANDARDS.GAP_OPEN',
      '/resolutions',
    ]);
    step(job);
    expect(job.snapshot.data.declaration?.resolutions).toHaveLength(2);
  });

  it('publishes functional and performance indicators of an own standard', () => {
    const job = until(aJob('STD-003'), 'GAP_CHECK');
    const onlyFunctional = (body: Body) => (body['indicators'][1].kind = 'functional');

    expect(refusalOf(() => step(job, onlyFunctional))).toEqual(['STANDARDS.INDICATOR_MISSING', '/indicators']);
  });

  it('only names a national standard, which must be in force', () => {
    const named = (number: string) => (body: Body) => (body['standardNumber'] = number);
    const current = aJob('STD-003');
    step(current, named('gb/t19001-2016'));
    step(current, (body) => (body['indicators'] = []));

    expect(current.snapshot).toMatchObject({
      status: 'DRAFT_REVIEW',
      data: { declaration: { standardNumber: 'GB/T 19001-2016' } },
    });
    for (const number of ['GB/T 19001-2008', 'GB 7718-2025', 'GB/T 99999-2020', '随便']) {
      expect(refusalOf(() => step(aJob('STD-003'), named(number)))).toEqual([
        'STANDARDS.NOT_DECLARABLE',
        '/standardNumber',
      ]);
    }
  });

  it('judges every requirement', () => {
    const swap = (body: Body) => (body['requirements'][0].requirement = '别的');

    expect(refusalOf(() => step(aJob('STD-003'), swap))).toEqual(['STANDARDS.REQUIREMENT_LEFT_OUT', '/requirements']);
  });
});

describe('a comparison', () => {
  it('is judged, reviewed and issued with the standing of its reference standards', () => {
    const job = aJob('STD-012', 'GB/T 18400.2-2010', 'GB 175-2007');

    expect(toTheEnd(job)).toEqual(['compare', 'review-comparison', 'issue-comparison']);
    const [report] = issuedBy(job);
    expect(report).toMatchObject({
      kind: 'standards-report',
      conclusion: '比对 2 项指标：优于 2 项，等于 0 项，低于 0 项',
    });
    expect(JSON.stringify(report?.sections)).toContain('已被 GB 175-2023 代替');
  });

  it.each([
    ['HIGHER', '10.0', '10', undefined, undefined, 'EQUAL'],
    ['HIGHER', '10.1', '10', undefined, undefined, 'SUPERIOR'],
    ['HIGHER', '9.9', '10', undefined, undefined, 'INFERIOR'],
    ['LOWER', '9.9', '10', undefined, undefined, 'SUPERIOR'],
    ['LOWER', '10.1', '10', undefined, undefined, 'INFERIOR'],
    ['RANGE', '1', '1', '5', '5', 'EQUAL'],
    ['RANGE', '2', '1', '5', '5', 'SUPERIOR'],
    ['RANGE', '2', '1', '6', '5', 'INFERIOR'],
    ['RANGE', '0', '1', '4', '5', 'INFERIOR'],
  ])('%s: own %s beside %s (up to %s, %s) is %s', (direction, own, reference, ownMax, referenceMax, verdict) => {
    const job = aJob('STD-008', 'GB 175-2023');
    step(job, (body) => {
      body['rows'] = [{ ...body['rows'][0], direction, own, reference, ...(ownMax && { ownMax, referenceMax }) }];
    });

    expect(job.snapshot.data.comparison?.rows).toMatchObject([{ verdict }]);
  });

  it.each([
    [{ direction: 'RANGE' }, '/rows/0/ownMax'],
    [{ direction: 'RANGE', ownMax: '1', referenceMax: '100' }, '/rows/0/ownMax'],
    [{ direction: 'HIGHER', referenceMax: '100' }, '/rows/0/referenceMax'],
  ])('refuses ends that do not fit: %j', (fields, pointer) => {
    const change = (body: Body) => (body['rows'][0] = { ...body['rows'][0], ...fields });

    expect(refusalOf(() => step(aJob('STD-012', 'GB 175-2023'), change))).toEqual(['STANDARDS.RANGE', pointer]);
  });
});

describe('the other services', () => {
  it.each(['STD-004', 'STD-005', 'STD-006', 'STD-007', 'STD-009', 'STD-010', 'STD-011'])(
    '%s ends in a report that says how the standards concerned stand',
    (code) => {
      const job = aJob(code, 'GB 175-2007');

      expect(toTheEnd(job)).toEqual(['advise', 'review-report', 'issue-report']);
      const [report] = issuedBy(job);
      expect(report).toMatchObject({ kind: 'standards-report', title: { zh: '标准化服务报告' } });
      expect(JSON.stringify(report?.sections)).toContain('已被 GB 175-2023 代替');
    },
  );

  it.each(['STD-001', 'STD-002', 'STD-008', 'STD-012'])('%s without a standard ends in advice', (code) => {
    expect(toTheEnd(aJob(code))).toEqual(['advise', 'review-report', 'issue-report']);
  });

  it.each([[null], ['text'], [{}], [{ standards: 'GB 175' }], [{ standards: [1, null, {}] }]])(
    'open with a form like %j',
    (form) => {
      expect(Job.open(PROCEDURE, FACTS, form).snapshot.data).toMatchObject({ way: 'advice', citations: [] });
    },
  );
});
