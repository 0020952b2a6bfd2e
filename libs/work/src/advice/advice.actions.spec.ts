import { DomainError } from '@nqi/kernel';
import { InvalidBody } from '@nqi/platform';
import { ActionBodies } from '../jobs/action-bodies.js';
import { Job } from '../jobs/job.js';
import type { JobFacts, Procedure } from '../jobs/procedure.js';
import { adviceActions, type WithAdvice } from './advice.actions.js';

type Status = 'ACCEPTED' | 'DRAFTED' | 'REVIEWED' | 'ISSUED';

const PROCEDURE: Procedure<Status, WithAdvice> = {
  domain: 'metrology',
  moves: { ACCEPTED: ['DRAFTED'], DRAFTED: ['REVIEWED', 'ACCEPTED'], REVIEWED: ['ISSUED', 'ACCEPTED'], ISSUED: [] },
  initial: 'ACCEPTED',
  final: ['ISSUED'],
  open: () => ({}),
  actions: adviceActions<Status, WithAdvice>({
    states: { from: 'ACCEPTED', drafted: 'DRAFTED', reviewed: 'REVIEWED', issued: 'ISSUED' },
    when: () => true,
    topics: () => [{ topic: '计量管理制度', basis: 'JJF 1070' }, { topic: '人员' }],
  }),
};
const FACTS: JobFacts = {
  id: 'job-1',
  jobNo: 'JB-JL-20261124-000001',
  ticketId: 'ticket-1',
  requestId: 'request-1',
  requestNo: 'ZZ-JL-20261124-000001',
  itemId: 'item-1',
  serviceCode: 'MET-009',
  serviceName: { zh: 'C标志自我声明辅导', en: 'C-mark guidance' },
  enterpriseUscc: '91370481MA3ABCD159',
  enterpriseName: '演示企业',
  nodeCode: 'WS-370481',
  nodePath: 'PROV-370000/HUB-370400/WS-370481',
  institutionId: 'ORG005',
  institutionName: '演示所',
  mode: 'online',
  openedAt: new Date('2026-11-24T01:00:00Z'),
};
const NOON = new Date('2026-11-24T04:00:00Z');
const bodies = new ActionBodies();

function act(job: Job<Status, WithAdvice>, name: string, body: unknown, by: string): void {
  const action = job.actions.find((candidate) => candidate.name === name);
  if (action) bodies.check(action.schema(job.snapshot), body);
  job.perform(name, body, { username: by, name: by }, NOON);
}
const exampleOf = (job: Job<Status, WithAdvice>): unknown =>
  structuredClone((job.actions[0]?.schema(job.snapshot)['examples'] as unknown[])[0]);
const anAdvice = () => {
  const job = Job.open(PROCEDURE, FACTS, {});
  act(job, 'advise', exampleOf(job), 'ann');
  return job;
};

describe('the way of advice', () => {
  it('ends in a reviewed and approved report whose conclusion is counted', () => {
    const job = anAdvice();
    act(job, 'review-report', {}, 'ben');
    act(job, 'issue-report', {}, 'cem');

    const issued = job.pullEvents().flatMap((event) => (event.type === 'DeliverableIssued' ? [event.deliverable] : []));
    expect(job.snapshot.status).toBe('ISSUED');
    expect(issued).toHaveLength(1);
    expect(issued[0]).toMatchObject({ kind: 'service-report', conclusion: '核查2项，均符合要求；提出建议1条' });
    expect(issued[0]?.signatures.map(({ name }) => name)).toEqual(['ann', 'ben', 'cem']);
  });

  it('brings a returned draft back with its reason and keeps what was written', () => {
    const job = anAdvice();
    act(job, 'return-report', { reason: '缺少依据' }, 'ben');

    const properties = job.actions[0]?.schema(job.snapshot)['properties'] as Record<string, { default: unknown[] }>;
    expect(job.snapshot.data.adviceReturned).toBe('缺少依据');
    expect(properties['findings']?.default).toMatchObject([
      { topic: '计量管理制度', verdict: 'conforms' },
      { topic: '人员' },
    ]);
  });

  it('lets the approver refuse', () => {
    const job = anAdvice();
    act(job, 'review-report', {}, 'ben');
    act(job, 'refuse-report', { reason: '结论不清' }, 'cem');

    expect(job.snapshot.status).toBe('ACCEPTED');
  });

  it('refuses a date that has not come', () => {
    const job = Job.open(PROCEDURE, FACTS, {});
    const body = { ...(exampleOf(job) as object), concludedOn: '2026-11-25' };

    expect(() => act(job, 'advise', body, 'ann')).toThrow(DomainError);
  });

  it('refuses findings without a verdict, an unknown verdict and text that cannot be stored', () => {
    const job = Job.open(PROCEDURE, FACTS, {});
    const wrong = [
      { topic: 'a', finding: 'b' },
      { topic: 'a', finding: 'b', verdict: 'fine' },
      { topic: '\u0000', finding: 'b', verdict: 'remark' },
    ];

    for (const finding of wrong) {
      const body = { concludedOn: '2026-11-24', recommendations: [], findings: [finding] };
      expect(() => act(job, 'advise', body, 'ann')).toThrow(InvalidBody);
    }
  });
});
