import { DomainError } from '@nqi/kernel';
import type { DraftDeliverable } from '../deliverables/deliverable.js';
import { Job, type JobEvent } from './job.js';
import { jobAction, type JobFacts, type Person, type Procedure } from './procedure.js';

type Status = 'OPENED' | 'WORKED' | 'REVIEWED' | 'DELIVERED';
interface Data {
  readonly wish: string;
  readonly result?: string;
}

const REPORT: DraftDeliverable = {
  kind: 'service-report',
  title: { zh: '服务报告', en: 'Service report' },
  conclusion: '已完成',
  sections: [],
  signatures: [],
};
const plain = { title: { zh: '步骤', en: 'Step' }, schema: () => ({ type: 'object' }) };
const PROCEDURE: Procedure<Status, Data> = {
  domain: 'standards',
  moves: { OPENED: ['WORKED'], WORKED: ['REVIEWED', 'OPENED'], REVIEWED: ['DELIVERED'], DELIVERED: [] },
  initial: 'OPENED',
  final: ['DELIVERED'],
  open: (form) => ({ wish: String((form as { note: string }).note) }),
  actions: [
    jobAction<Status, Data, { result: string }>({
      ...plain,
      name: 'work',
      role: 'technician',
      from: ['OPENED', 'WORKED'],
      apply: (job, body) => ({ to: 'WORKED', data: { ...job.data, result: body.result } }),
    }),
    jobAction<Status, Data, unknown>({
      ...plain,
      name: 'review',
      role: 'reviewer',
      from: ['WORKED'],
      when: ({ data }) => data.result !== 'unclear',
      apply: (job) => ({ to: 'REVIEWED', data: job.data }),
    }),
    jobAction<Status, Data, unknown>({
      ...plain,
      name: 'approve',
      role: 'approver',
      from: ['REVIEWED'],
      apply: (job) => ({ to: 'DELIVERED', data: job.data, deliverables: [REPORT] }),
    }),
    jobAction<Status, Data, unknown>({
      ...plain,
      name: 'leap',
      role: 'technician',
      from: ['OPENED'],
      apply: (job) => ({ to: 'DELIVERED', data: job.data }),
    }),
    jobAction<Status, Data, unknown>({
      ...plain,
      name: 'agree',
      role: 'client',
      from: ['OPENED'],
      apply: (job) => ({ to: 'WORKED', data: job.data }),
    }),
  ],
};
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
  institutionName: '演示研究院',
  mode: 'online',
  openedAt: new Date('2026-11-24T01:00:00Z'),
};
const NOON = new Date('2026-11-24T04:00:00Z');
const person = (username: string): Person => ({ username, name: username.toUpperCase() });
const [ANN, BEN, CEM, DAN] = ['ann', 'ben', 'cem', 'dan'].map(person) as [Person, Person, Person, Person];

const anOpenJob = () => Job.open(PROCEDURE, FACTS, { note: 'GB 175' });
const typesOf = (events: readonly JobEvent<Status>[]) => events.map(({ type }) => type);
const refusal = (act: () => void): DomainError => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('a job', () => {
  it('opens in the first status with what the procedure read from the form', () => {
    const job = anOpenJob();

    expect(job.snapshot).toMatchObject({ status: 'OPENED', version: 0, data: { wish: 'GB 175' }, closedAt: null });
    expect(typesOf(job.pullEvents())).toEqual(['JobOpened', 'JobAdvanced']);
  });

  it('offers the actions of its status, in the order of the procedure', () => {
    expect(anOpenJob().actions.map(({ name }) => name)).toEqual(['work', 'leap', 'agree']);
  });

  it('goes from acceptance to an issued deliverable in three pairs of hands', () => {
    const job = anOpenJob();
    job.perform('work', { result: 'done' }, ANN, NOON);
    job.perform('review', {}, BEN, NOON);
    job.pullEvents();

    job.perform('approve', {}, CEM, NOON);

    expect(job.snapshot).toMatchObject({ status: 'DELIVERED', closedAt: NOON });
    expect(job.snapshot.people).toEqual({ technician: ANN, reviewer: BEN, approver: CEM });
    expect(typesOf(job.pullEvents())).toEqual(['JobAdvanced', 'DeliverableIssued', 'JobCompleted']);
    expect(job.actions).toEqual([]);
  });

  it('refuses an action that its status does not allow and names those it does', () => {
    const { code, details } = refusal(() => anOpenJob().perform('approve', {}, CEM, NOON));

    expect(code).toBe('JOB.ACTION_NOT_ALLOWED');
    expect(details).toMatchObject({ status: 'OPENED', allowed: ['work', 'leap', 'agree'] });
  });

  it('neither offers nor takes an action whose own condition does not hold', () => {
    const job = anOpenJob();
    job.perform('work', { result: 'unclear' }, ANN, NOON);

    expect(job.actions.map(({ name }) => name)).toEqual(['work']);
    expect(refusal(() => job.perform('review', {}, BEN, NOON)).code).toBe('JOB.ACTION_NOT_ALLOWED');
  });

  it('refuses a step that the table of moves does not have, whatever the action says', () => {
    expect(refusal(() => anOpenJob().perform('leap', {}, ANN, NOON)).code).toBe('JOB.ILLEGAL_MOVE');
  });

  it('may stay in its status', () => {
    const job = anOpenJob();
    job.perform('work', { result: 'first' }, ANN, NOON);
    job.perform('work', { result: 'second' }, ANN, NOON);

    expect(job.snapshot).toMatchObject({ status: 'WORKED', data: { result: 'second' } });
  });

  it('keeps review from the person who did the work', () => {
    const job = anOpenJob();
    job.perform('work', { result: 'done' }, ANN, NOON);

    const { code, kind, details } = refusal(() => job.perform('review', {}, ANN, NOON));

    expect([code, kind]).toEqual(['JOB.DUTIES_NOT_SEPARATE', 'forbidden']);
    expect(details).toEqual({ held: 'technician', wanted: 'reviewer' });
    expect(job.snapshot.status).toBe('WORKED');
  });

  it('remembers who worked before a colleague took over', () => {
    const job = anOpenJob();
    job.perform('work', { result: 'by ann' }, ANN, NOON);
    job.perform('work', { result: 'by dan' }, DAN, NOON);

    expect(job.snapshot.people.technician).toEqual(DAN);
    expect(refusal(() => job.perform('review', {}, ANN, NOON)).code).toBe('JOB.DUTIES_NOT_SEPARATE');
  });

  it('gives the client no duty', () => {
    const job = anOpenJob();
    job.perform('agree', {}, ANN, NOON);
    job.perform('work', { result: 'done' }, ANN, NOON);

    expect(job.snapshot.hands).toEqual({ ann: 'technician' });
  });

  it('ends where it stands when its ticket is cancelled, and only once', () => {
    const job = anOpenJob();
    job.pullEvents();

    job.cancel('企业撤回', NOON);
    job.cancel('again', NOON);

    expect(job.snapshot).toMatchObject({ status: 'OPENED', closedAt: NOON });
    expect(typesOf(job.pullEvents())).toEqual(['JobAdvanced', 'JobCancelled']);
    expect(refusal(() => job.perform('work', {}, ANN, NOON)).code).toBe('JOB.ACTION_NOT_ALLOWED');
  });

  it('is handed on with the reason, and nothing more is done in it', () => {
    const job = anOpenJob();
    job.pullEvents();

    job.handOn('设备故障', NOON);
    job.handOn('again', NOON);

    expect(job.actions).toEqual([]);
    expect(job.pullEvents()).toMatchObject([
      { type: 'JobAdvanced', step: { action: 'hand-on', actor: 'system' } },
      { type: 'JobCancelled', reason: '设备故障', at: NOON },
    ]);
  });
});
