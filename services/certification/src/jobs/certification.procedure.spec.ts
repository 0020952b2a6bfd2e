import { Job } from '@nqi/work';
import {
  AFTERNOON,
  FACTS,
  PROCEDURE,
  aJob,
  act,
  issuedBy,
  names,
  refusalOf,
  step,
  toTheEnd,
  until,
  type Body,
} from '../../test/a-certification-job.js';

const MINOR = { scheme: 'QMS', clause: '7.1.5', grade: 'minor', description: '卡尺超过校准有效期' };

describe('an audit without findings', () => {
  it('goes from application to certificate through four pairs of hands', () => {
    const job = aJob('CER-003', 'QMS');

    expect(toTheEnd(job)).toEqual([
      'review-application',
      'accept-contract',
      'plan-audit',
      'record-stage1',
      'record-stage2',
      'review-file',
      'decide',
    ]);
    expect(job.snapshot.status).toBe('CERTIFIED');
    const [decision, certificate] = issuedBy(job);
    expect(decision).toMatchObject({
      kind: 'certification-decision',
      conclusion: '准予认证：质量管理体系认证',
      signatures: [{ name: '张审核' }, { name: '李复核' }, { name: '王决定' }],
    });
    expect(decision?.validUntil).toBeUndefined();
    expect(certificate).toMatchObject({
      kind: 'certification-certificate',
      title: { zh: '质量管理体系认证证书' },
      validUntil: '2029-11-23',
    });
    expect(JSON.stringify(certificate?.sections)).toContain('"第2次监督审核","2028-11-24"');
  });

  it.each([
    ['CER-004', ['QMS']],
    ['CER-005', ['EMS', 'OHSMS']],
    ['CER-006', ['FSMS', 'HACCP']],
  ])('%s certifies each of %j', (code, refs) => {
    const job = aJob(code, ...refs);
    toTheEnd(job);

    expect(issuedBy(job).map(({ kind }) => kind)).toEqual([
      'certification-decision',
      ...refs.map(() => 'certification-certificate'),
    ]);
  });

  it.each([1, 10, 10_700, 100_000])('has an example that passes for %s people', (effective_personnel) => {
    const form = { certification: ['QMS', 'EMS'].map((ref) => ({ ref, effective_personnel })) };
    const job = Job.open(PROCEDURE, FACTS, form);

    toTheEnd(job);
    expect(job.snapshot.status).toBe('CERTIFIED');
  });

  it('carries the number of the certification body when it is one', () => {
    const numbered = (number: string) => (body: Body) => (body['numbers'] = [{ scheme: 'QMS', number }]);
    const job = until(aJob('CER-003', 'QMS'), 'DECISION');

    expect(refusalOf(() => step(job, numbered('12345')))).toEqual([
      'CERTIFICATION.CERTIFICATE_NUMBER',
      '/numbers/0/number',
    ]);
    step(job, numbered('00126Q30001R0M'));
    expect(JSON.stringify(issuedBy(job)[1]?.sections)).toContain('00126Q30001R0M');
  });

  it('is done again when its stages lie too far apart', () => {
    const job = until(aJob('CER-003', 'QMS'), 'STAGE1');
    const late = new Date('2027-03-25T07:00:00Z');

    expect(refusalOf(() => step(job, (body) => (body['concludedOn'] = '2027-03-25'), late))).toEqual([
      'CERTIFICATION.STAGES_TOO_FAR',
      '/concludedOn',
    ]);
    act(job, 'replan', 'technician', { reason: '间隔超期' });
    expect(job.snapshot).toMatchObject({ status: 'CONTRACTED', data: { stage1: undefined } });
  });

  it('dates no stage ahead of today or before what came first', () => {
    const on = (day: string) => (body: Body) => (body['concludedOn'] = day);

    for (const status of ['AUDIT_PLANNED', 'STAGE1'] as const) {
      const job = until(aJob('CER-003', 'QMS'), status);
      expect(refusalOf(() => step(job, on('2026-11-25')))[0]).toBe('CERTIFICATION.DATE_AHEAD');
      expect(refusalOf(() => step(job, on('2026-11-23')))[0]).toBe('CERTIFICATION.DATE_TOO_EARLY');
    }
  });
});

describe('a decision', () => {
  it('sends the file back to where it came from', () => {
    const job = until(aJob('CER-003', 'QMS'), 'STAGE1');
    step(job, (body) => (body['nonconformities'] = [MINOR]));
    act(job, 'submit-unresolved', 'reviewer');
    act(job, 'return-file', 'approver', { reason: '企业已提交整改' });

    expect([job.snapshot.status, names(job)[0]]).toEqual(['NC_OPEN', 'answer-nonconformities']);
  });

  it('may want more of the audit', () => {
    const job = until(aJob('CER-003', 'QMS'), 'STAGE2');
    expect(names(job)).toEqual(['review-file']);
    step(job);
    act(job, 'return-file', 'approver', { reason: '未覆盖夜班' });

    expect(names(job)).toEqual(['review-file', 'repeat-stage2']);
    act(job, 'repeat-stage2', 'technician', { reason: '补充夜班' });
    expect(job.snapshot.status).toBe('STAGE1');
    expect(toTheEnd(job)).toEqual(['record-stage2', 'review-file', 'decide']);
  });

  it('is not made, nor the file reviewed, by an auditor', () => {
    const job = until(aJob('CER-003', 'QMS'), 'CONTRACTED');
    step(job, (body) => (body['members'] = ['李复核', '王决定'].map((name) => ({ name, role: 'auditor' }))));
    until(job, 'STAGE2');
    const by = (name: string, role: string, action: string) => () =>
      job.perform(action, {}, { username: role, name }, AFTERNOON);

    expect(refusalOf(by('李复核', 'reviewer', 'review-file'))[0]).toBe('CERTIFICATION.AUDITOR_DECIDES');
    by('赵复核', 'reviewer', 'review-file')();
    expect(refusalOf(by('王决定', 'approver', 'decide'))[0]).toBe('CERTIFICATION.AUDITOR_DECIDES');
    expect(refusalOf(by('张审核', 'technician', 'decide'))[0]).toBe('JOB.DUTIES_NOT_SEPARATE');
  });
});

describe('the other services', () => {
  it.each([
    ['CER-001', 'CCC-08'],
    ['CER-002', 'CCC-08'],
    ['CER-003', 'GBM'],
    ['CER-007', 'ORGANIC'],
    ['CER-008', 'TAISHAN'],
    ['CER-009', 'GREEN'],
    ['CER-010', 'SVC-AFTER'],
    ['CER-011', 'CARBON'],
    ['CER-012', 'QMS'],
  ])('%s for %s ends in a report that shows the scheme', (code, ref) => {
    const job = aJob(code, ref);

    expect(toTheEnd(job)).toEqual(['advise', 'review-report', 'issue-report']);
    const [report] = issuedBy(job);
    expect(report?.kind).toBe('service-report');
    expect(JSON.stringify(report?.sections)).toContain(`"${ref}"`);
  });

  it.each([
    [null],
    ['text'],
    [{}],
    [{ certification: 'QMS', note: '咨询' }],
    [{ certification: [1, null, {}, { ref: ' ' }] }],
    [{ certification: [{ ref: 'QMS' }, { ref: 'NEW' }] }],
  ])('open with a form like %j', (form) => {
    const job = Job.open(PROCEDURE, FACTS, form);

    expect(toTheEnd(job)).toHaveLength(3);
  });

  it('take a scheme named twice once, and nonsense for no people', () => {
    const form = { certification: [{ ref: 'QMS', effective_personnel: '多' }, { ref: 'QMS' }] };

    expect(Job.open(PROCEDURE, FACTS, form).snapshot.data).toMatchObject({
      way: 'audit',
      filed: { schemes: [{ scheme: { code: 'QMS' }, personnel: undefined }] },
    });
  });
});
