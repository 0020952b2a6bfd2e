import { DomainError } from '@nqi/kernel';
import { Job, type JobFacts } from '@nqi/work';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { packagedCatalogue } from '../instruments/packaged.catalogue.js';
import type { MetrologyStatus } from './metrology-job.js';
import { metrologyProcedure } from './metrology.procedure.js';

const PROCEDURE = metrologyProcedure({
  catalogue: packagedCatalogue(),
  qualificationsOf: () => [{ kind: '法定计量授权', number: 'DEMO-LEGAL-005A' }],
});
const FACTS: JobFacts = {
  id: 'job-1',
  jobNo: 'JB-JL-20261124-000001',
  ticketId: 'ticket-1',
  requestId: 'request-1',
  requestNo: 'ZZ-JL-20261124-000001',
  itemId: 'item-1',
  serviceCode: 'MET-001',
  serviceName: { zh: '强制检定', en: 'Mandatory verification' },
  enterpriseUscc: '91370481MA3ABCD159',
  enterpriseName: '演示企业',
  nodeCode: 'WS-370481',
  nodePath: 'PROV-370000/HUB-370400/WS-370481',
  institutionId: 'ORG005',
  institutionName: '演示计量所',
  mode: 'online',
  openedAt: new Date('2026-11-24T01:00:00Z'),
};
const AFTERNOON = new Date('2026-11-24T07:00:00Z');
const HANDS = { technician: '张检定', reviewer: '李核验', approver: '王批准', client: '客户' };

type Body = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- a test changes what it likes
const ajv = new Ajv2020({ allErrors: true, strict: false, useDefaults: true });
formats.default(ajv);

const aJob = (serviceCode: string, form: unknown, mode = 'online') =>
  Job.open(PROCEDURE, { ...FACTS, serviceCode, mode }, form);
type MetrologyJob = ReturnType<typeof aJob>;

/** The next step forward, with the example that its schema carries. */
function nextStep(job: MetrologyJob): { name: string; role: keyof typeof HANDS; body: Body } {
  const action = job.actions[0];
  if (!action) throw new Error(`nothing to do in ${job.snapshot.status}`);
  const schema = action.schema(job.snapshot);
  const body = structuredClone((schema['examples'] as Body[])[0]) as Body;
  const valid = ajv.validate(schema, body);
  expect(valid ? [] : ajv.errors).toEqual([]);
  return { name: action.name, role: action.role, body };
}
function step(job: MetrologyJob, change: (body: Body) => void = () => undefined): string {
  const { name, role, body } = nextStep(job);
  change(body);
  job.perform(name, body, { username: role, name: HANDS[role] }, AFTERNOON);
  return name;
}
/** Goes forward until the job stands in `status`. */
function until(job: MetrologyJob, status: MetrologyStatus): MetrologyJob {
  while (job.snapshot.status !== status) step(job);
  return job;
}
const toTheEnd = (job: MetrologyJob): string[] => {
  const names: string[] = [];
  while (!job.snapshot.closedAt) names.push(step(job));
  return names;
};
const issuedBy = (job: MetrologyJob) =>
  job.pullEvents().flatMap((event) => (event.type === 'DeliverableIssued' ? [event.deliverable] : []));
const refusalOf = (act: () => void): readonly [string, string?] => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.pointer];
    throw error;
  }
  return ['nothing'];
};

const SCALES = { ref: 'MI004', name: '数字指示秤', qty: 3, model: 'M599', serials_from: 'S55244' };
const METERS = { ref: 'MI024', name: '生活用冷水水表', qty: 10_000, serials_from: 'W0000001' };
const CALIPERS = { ref: 'CI001', name: '游标卡尺', qty: 2, range: '0~300', accuracy: '±0.03 mm' };

describe('a mandatory verification', () => {
  it('goes from the laboratory’s door to the client’s hands in six steps', () => {
    const job = aJob('MET-001', { instruments: [SCALES] });

    expect(toTheEnd(job)).toEqual(['receive', 'prepare', 'measure', 'check', 'approve', 'hand-over']);
    expect(job.snapshot.status).toBe('RETURNED_TO_CLIENT');
  });

  it('visits the instruments when they cannot come', () => {
    expect(toTheEnd(aJob('MET-002', { instruments: [SCALES] }))[0]).toBe('schedule-visit');
    expect(toTheEnd(aJob('MET-001', { instruments: [SCALES] }, 'on-site'))[0]).toBe('schedule-visit');
  });

  it('certifies what conforms until the day before the period comes round', () => {
    const job = until(aJob('MET-001', { instruments: [SCALES] }), 'CERT_ISSUED');
    const issued = issuedBy(job);

    expect(issued).toHaveLength(1);
    expect(issued[0]).toMatchObject({
      kind: 'verification-certificate',
      conclusion: '合格，准予使用：数字指示秤 3 台(件)',
      validUntil: '2027-11-23',
    });
    expect(issued[0]?.signatures.map(({ name }) => name)).toEqual(['张检定', '李核验', '王批准']);
  });

  it('gives notice of what does not conform beside the certificate of what does', () => {
    const job = until(aJob('MET-001', { instruments: [SCALES] }), 'VERIFYING');
    step(job, (body) => (body['groups'][0].instruments[1].readings[0] = '11'));
    until(job, 'NOTICE_ISSUED');
    const [certificate, notice] = issuedBy(job);

    expect(certificate).toMatchObject({
      kind: 'verification-certificate',
      conclusion: '合格，准予使用：数字指示秤 2 台(件)',
    });
    expect(notice).toMatchObject({ kind: 'result-notice', conclusion: '不合格，不得使用：数字指示秤 1 台(件)' });
    expect(notice?.validUntil).toBeUndefined();
    expect(JSON.stringify(notice?.sections)).toContain('S55245:10 kg 点误差 1 kg，超出 ±0.1 kg');
  });

  it('takes ten thousand water meters as one batch, without a date of expiry', () => {
    const job = until(aJob('MET-001', { instruments: [METERS] }), 'VERIFYING');
    const { body } = nextStep(job);
    expect(body['batches']).toHaveLength(1);
    step(job, (written) =>
      written['batches'][0].instruments.push({ serial: 'W0000017', readings: ['12', '50', '100'] }),
    );
    until(job, 'NOTICE_ISSUED');
    const [certificate, notice] = issuedBy(job);

    expect(certificate).toMatchObject({ conclusion: '合格，准予使用：生活用冷水水表 9999 台(件)' });
    expect(certificate?.validUntil).toBeUndefined();
    expect(JSON.stringify(certificate?.sections)).toContain('首次强制检定，限期使用，到期轮换');
    expect(notice).toMatchObject({ conclusion: '不合格，不得使用：生活用冷水水表 1 台(件)' });
  });

  it('may be recorded group by group', () => {
    const job = until(aJob('MET-001', { instruments: [SCALES, { ...SCALES, ref: 'MI043', qty: 1 }] }), 'VERIFYING');
    step(job, (body) => (body['groups'] = body['groups'].slice(1)));

    expect(job.snapshot.status).toBe('VERIFYING');
    expect(nextStep(job).body['groups'].map((group: Body) => group['group'])).toEqual([1]);
    step(job);
    expect(job.snapshot.status).toBe('MEASURED');
  });

  it('comes back for another measurement with what was written, and keeps the first record', () => {
    const job = until(aJob('MET-001', { instruments: [SCALES] }), 'MEASURED');
    job.perform('send-back', { reason: '复测' }, { username: 'reviewer', name: '李核验' }, AFTERNOON);
    const properties = job.actions[0]?.schema(job.snapshot)['properties'] as Body;

    expect(job.snapshot.data).toMatchObject({ results: [], sentBack: { by: '李核验', reason: '复测' } });
    expect(job.snapshot.data.superseded[0]).toHaveLength(1);
    expect(properties['groups'].default[0].instruments[0]).toMatchObject({
      serial: 'S55244',
      readings: ['10.02', '50.1', '100.2'],
    });
    expect(toTheEnd(job)).toEqual(['measure', 'check', 'approve', 'hand-over']);
  });

  it('may come back from the approver too', () => {
    const job = until(aJob('MET-001', { instruments: [SCALES] }), 'CHECKED');
    job.perform('refuse', { reason: '复测' }, { username: 'approver', name: '王批准' }, AFTERNOON);

    expect(job.snapshot.status).toBe('VERIFYING');
  });

  it.each<[string, MetrologyStatus, (body: Body) => void, readonly [string, string]]>([
    [
      'a receipt of tomorrow',
      'APPOINTMENT_ACCEPTED',
      (body) => (body['receivedOn'] = '2026-11-25'),
      ['METROLOGY.DATE_AHEAD', '/receivedOn'],
    ],
    [
      'a specification in place of a regulation',
      'RECEIVED',
      (body) => (body['groups'][0].basis = 'JJF 1070-2023'),
      ['METROLOGY.NOT_A_REGULATION', '/groups/0/basis'],
    ],
    [
      'a regulation without a year',
      'RECEIVED',
      (body) => (body['groups'][0].basis = 'JJG 539'),
      ['METROLOGY.NOT_A_REGULATION', '/groups/0/basis'],
    ],
    [
      'a longer period than the regulation allows',
      'RECEIVED',
      (body) => (body['groups'][0].periodMonths = 13),
      ['METROLOGY.PERIOD_TOO_LONG', '/groups/0/periodMonths'],
    ],
    [
      'a standard that has expired',
      'RECEIVED',
      (body) => (body['standards'][0].validUntil = '2026-11-23'),
      ['METROLOGY.STANDARD_EXPIRED', '/standards/0/validUntil'],
    ],
    [
      'a group that nobody filed',
      'RECEIVED',
      (body) => (body['groups'][0].group = 2),
      ['METROLOGY.UNKNOWN_GROUP', '/groups/0/group'],
    ],
    [
      'a measurement before the receipt',
      'VERIFYING',
      (body) => (body['measuredOn'] = '2026-11-23'),
      ['METROLOGY.DATE_TOO_EARLY', '/measuredOn'],
    ],
    ['no measurement at all', 'VERIFYING', (body) => (body['groups'] = []), ['MEASUREMENT.UNKNOWN_GROUP', '/groups']],
    [
      'too few instruments',
      'VERIFYING',
      (body) => body['groups'][0].instruments.pop(),
      ['MEASUREMENT.WRONG_COUNT', '/groups/0/instruments'],
    ],
  ])('refuses %s', (_, status, change, refusal) => {
    const job = until(aJob('MET-001', { instruments: [SCALES] }), status);

    expect(refusalOf(() => step(job, change))).toEqual(refusal);
  });

  it('accepts a standard whose last day is today, and a shorter period for heavy use', () => {
    const job = until(aJob('MET-001', { instruments: [SCALES] }), 'RECEIVED');
    step(job, (body) => {
      body['standards'][0].validUntil = '2026-11-24';
      body['groups'][0].periodMonths = 6;
    });
    until(job, 'CERT_ISSUED');

    expect(issuedBy(job)[0]?.validUntil).toBe('2027-05-23');
  });
});

describe('a calibration', () => {
  it('ends in a certificate with values and uncertainties and no validity', () => {
    const job = aJob('MET-003', { instruments: [CALIPERS] });
    toTheEnd(job);
    const [certificate, ...others] = issuedBy(job);

    expect(others).toEqual([]);
    expect(certificate).toMatchObject({
      kind: 'calibration-certificate',
      conclusion: '游标卡尺：校准 2 台(件)，符合 2 台(件)',
    });
    expect(certificate?.validUntil).toBeUndefined();
    expect(JSON.stringify(certificate?.sections)).toContain('判定规则：简单接受');
    expect(JSON.stringify(certificate?.sections)).not.toContain('建议复校间隔');
  });

  it('names an interval only when the client wants one', () => {
    const job = until(aJob('MET-003', { instruments: [CALIPERS] }), 'CALIBRATING');
    step(job, (body) => (body['groups'][0].intervalMonths = 12));
    until(job, 'CERT_ISSUED');

    expect(JSON.stringify(issuedBy(job)[0]?.sections)).toContain('建议复校间隔为 12 个月');
  });

  it('states nothing about conformity when that was not agreed', () => {
    const job = until(aJob('MET-003', { instruments: [CALIPERS] }), 'CALIBRATING');
    step(job, (body) => (body['groups'][0].rule = 'none'));
    until(job, 'CERT_ISSUED');

    expect(issuedBy(job)[0]?.conclusion).toBe('游标卡尺：校准 2 台(件)，结果见数据页');
  });

  it('says so when it took only some of very many', () => {
    const job = aJob('MET-003', { instruments: [{ ...CALIPERS, qty: 80 }] });
    toTheEnd(job);

    expect(issuedBy(job)[0]?.conclusion).toBe('游标卡尺：委托 80 台(件)，校准 5 台(件)，符合 5 台(件)');
  });

  it.each(packagedRefs('CI'))('of %s passes with the example of its own form', (ref) => {
    const job = aJob('MET-004', { instruments: [{ ref, qty: 1 }] });
    toTheEnd(job);

    expect(issuedBy(job)[0]?.conclusion).toMatch(/校准 1 台\(件\)，符合 1 台\(件\)$/);
  });
});

describe('every mandatory instrument', () => {
  it.each(packagedRefs('MI'))('%s can be verified with the example of its own form', (ref) => {
    const job = aJob('MET-001', { instruments: [{ ref, qty: 1 }] });
    toTheEnd(job);

    expect(issuedBy(job)).toMatchObject([{ kind: 'verification-certificate' }]);
  });
});

describe('services that end in advice', () => {
  it.each(['MET-005', 'MET-006', 'MET-007', 'MET-008', 'MET-009', 'MET-010', 'MET-011', 'MET-012', 'MET-013'])(
    '%s is reported after three steps',
    (code) => {
      const job = aJob(code, { instruments: [CALIPERS], note: '请指导' });

      expect(toTheEnd(job)).toEqual(['advise', 'review-report', 'issue-report']);
      expect(issuedBy(job)).toMatchObject([{ kind: 'service-report' }]);
    },
  );

  it('include a verification that names no instrument', () => {
    expect(toTheEnd(aJob('MET-001', { note: '想了解强检' }))).toEqual(['advise', 'review-report', 'issue-report']);
  });
});

describe('an order of very many kinds', () => {
  it('is certified in documents of ten kinds each', () => {
    const job = aJob('MET-001', { instruments: Array.from({ length: 45 }, () => ({ ...SCALES, qty: 1 })) });
    toTheEnd(job);

    expect(issuedBy(job)).toHaveLength(5);
  });
});

function packagedRefs(letters: string): string[] {
  const catalogue = packagedCatalogue();
  const refs = Array.from({ length: 120 }, (_, index) => `${letters}${String(index + 1).padStart(3, '0')}`);
  return refs.filter((ref) => catalogue.find(ref));
}
