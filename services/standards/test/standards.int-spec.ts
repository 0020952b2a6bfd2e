import {
  accepted,
  anEnterprise,
  cancelled,
  eventually,
  JobDesk,
  staffOfInstitution,
  ticketsOf,
  type HttpClient,
} from '@nqi/test-kit';
import { definition } from '../src/definition.js';

const INSTITUTION = 'ORG023';
const aTicket = ticketsOf('standards', INSTITUTION);

const JOBS = '/api/v1/standards/jobs';
const CORPUS = '/api/v1/standards/corpus';
const CITED = { standards: [{ ref: 'GB/T 19001-2016' }, { ref: 'GB 175-2007' }] };

let desk: JobDesk;
let service: JobDesk['service'];
let hands: JobDesk['hands'];
let enterprise: HttpClient;

beforeAll(async () => {
  desk = await JobDesk.start(definition, 'standards', INSTITUTION);
  ({ service, hands } = desk);
  enterprise = hands.client;
});

afterAll(() => desk.stop());

const opened = (...acceptance: Parameters<JobDesk['opened']>) => desk.opened(...acceptance);
const typesOf = (jobId: string) => desk.typesOf(jobId);
const step = (jobId: string) => desk.step(jobId);
const toTheEnd = (jobId: string) => desk.toTheEnd(jobId);

describe('a validity check', () => {
  it('goes through three pairs of hands to a report that anyone can verify', async () => {
    const jobId = await opened(aTicket('STD-002'), CITED);

    expect(await toTheEnd(jobId)).toEqual(['look-up', 'confirm', 'review-check', 'issue-check']);

    const { body: job } = await enterprise.get(`${JOBS}/${jobId}`);
    const [report] = job.deliverables;
    const anyone = await service.as();
    const verified = await anyone.get(`/api/v1/public/deliverables/${report.number}?code=${report.verifyCode}`);
    expect(report.number).toMatch(/^ZZ-BZ-CX-\d{4}-\d{6}$/);
    expect(verified.body).toMatchObject({ genuine: true, conclusion: '核查 2 项：有效 1 项，须关注 1 项' });
    await eventually(() => expect(typesOf(jobId).at(-1)).toBe('JobCompleted'));
    expect(typesOf(jobId)).toContain('DeliverableIssued');
  });

  it('opens once for a ticket that is accepted twice', async () => {
    const ticket = aTicket('STD-001');
    await service.kafka.publish(accepted(ticket, CITED));
    const jobId = await opened(ticket, CITED);

    await eventually(() => expect(typesOf(jobId)).toEqual(['JobOpened', 'JobAdvanced']));
  });

  it('ends with its ticket', async () => {
    const ticket = aTicket('STD-001');
    const jobId = await opened(ticket, CITED);
    await service.kafka.publish(cancelled(ticket, '撤回'));

    await eventually(async () => {
      expect((await enterprise.get(`${JOBS}/${jobId}`)).body.closedAt).not.toBeNull();
    });
    expect((await hands.technician.post(`${JOBS}/${jobId}/look-up`, { checkedOn: '2026-11-24' })).status).toBe(409);
  });

  it('keeps review from the person who confirmed, and names a wrong field', async () => {
    const jobId = await opened(aTicket('STD-001'), CITED);
    const zhang = await service.as(staffOfInstitution(INSTITUTION, 'reviewer', { username: 'zhang' }));

    const wrong = await hands.technician.post(`${JOBS}/${jobId}/look-up`, { checkedOn: 'today', day: 1 });
    await step(jobId);
    await step(jobId);
    const second = await zhang.post(`${JOBS}/${jobId}/review-check`, {});

    expect(wrong.status).toBe(400);
    expect(wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual(['/checkedOn', '/day']);
    expect([second.status, second.body.type]).toEqual([403, 'JOB.DUTIES_NOT_SEPARATE']);
  });
});

describe('a self-declaration', () => {
  it('waits for the enterprise’s own word', async () => {
    const jobId = await opened(aTicket('STD-003'), CITED);
    await step(jobId);
    await step(jobId);
    const body = { approvedBy: '机构人员', truthful: true };

    const byStaff = await hands.technician.post(`${JOBS}/${jobId}/approve-draft`, body);
    const byStranger = await (
      await service.as(anEnterprise('91370400MA3N001930'))
    ).post(`${JOBS}/${jobId}/approve-draft`, body);
    const untrue = await enterprise.post(`${JOBS}/${jobId}/approve-draft`, { ...body, truthful: false });

    expect([byStaff.status, byStranger.status, untrue.status]).toEqual([403, 404, 400]);
    expect(await toTheEnd(jobId)).toEqual(['approve-draft', 'record-publication', 'review-publication', 'close']);
  });
});

describe('comparison and advice', () => {
  it.each([
    ['STD-012', 'compare'],
    ['STD-011', 'advise'],
  ])('%s begins with %s and ends in a report', async (code, first) => {
    const jobId = await opened(aTicket(code), CITED);

    expect((await toTheEnd(jobId))[0]).toBe(first);
    const { body } = await enterprise.get(`${JOBS}/${jobId}`);
    expect(body.deliverables).toMatchObject([{ kind: 'standards-report' }]);
  });
});

describe('the corpus', () => {
  it('is searched by number and by title, page by page', async () => {
    const byNumber = await enterprise.get(`${CORPUS}?q=${encodeURIComponent('gb/t 19001')}`);
    const byTitle = await enterprise.get(`${CORPUS}?q=${encodeURIComponent('质量管理体系')}&status=CURRENT&limit=1`);
    const next = await enterprise.get(
      `${CORPUS}?q=${encodeURIComponent('质量管理体系')}&status=CURRENT&limit=1&cursor=${byTitle.body.nextCursor}`,
    );

    const numbers = byNumber.body.items.map(({ number }: { number: string }) => number);
    expect(numbers.slice(0, 2)).toEqual(['GB/T 19001-2008', 'GB/T 19001-2016']);
    expect(byTitle.body.items).toHaveLength(1);
    expect(next.body.items[0].number > byTitle.body.items[0].number).toBe(true);
  });

  it('tells of one standard by its encoded number', async () => {
    const answer = await enterprise.get(`${CORPUS}/${encodeURIComponent('GB/T 19001-2008')}`);

    expect(answer.body).toMatchObject({
      number: 'GB/T 19001-2008',
      status: 'SUPERSEDED',
      replacement: 'GB/T 19001-2016',
    });
    expect((await enterprise.get(`${CORPUS}/GB%201-1900`)).status).toBe(404);
    expect((await (await service.as()).get(CORPUS)).status).toBe(401);
    expect((await enterprise.get(`${CORPUS}?status=LOST`)).status).toBe(400);
  });
});
