import {
  aJob,
  act,
  issuedBy,
  names,
  refusalOf,
  step,
  toTheEnd,
  until,
  type Body,
  type CertificationJob,
} from '../../test/a-certification-job.js';

const MINOR = { scheme: 'QMS', clause: '7.1.5', grade: 'minor', description: '卡尺超过校准有效期' };
const MAJOR = { scheme: 'QMS', clause: '8.5.1', grade: 'major', description: '关键工序未受控' };
const found =
  (...nonconformities: Body[]) =>
  (body: Body) =>
    (body['nonconformities'] = nonconformities);
const aFinding = (...nonconformities: Body[]): CertificationJob => {
  const job = until(aJob('CER-003', 'QMS'), 'STAGE1');
  step(job, found(...nonconformities));
  return job;
};

describe('a plan', () => {
  const planned = (change: (body: Body) => void, ref = 'QMS') =>
    refusalOf(() => step(until(aJob('CER-003', ref), 'CONTRACTED'), change));
  const days = (fields: Body) => (body: Body) => Object.assign(body['days'][0], fields);

  it('takes its basis from the table: 50 people, five days for QMS', () => {
    const job = until(aJob('CER-003', 'QMS'), 'AUDIT_PLANNED');

    expect(job.snapshot.data.plan).toMatchObject({
      leader: '张审核',
      days: [{ baseDays: '5', baseRule: 'IAF MD5:2019', totalDays: '5', stage1Days: '1', stage2Days: '3' }],
    });
  });

  it.each<[Body, string, string | undefined]>([
    [{ totalDays: '3.5', stage1Days: '1', stage2Days: '1.8', reason: '单一场所' }, 'nothing', undefined],
    [{ totalDays: '3.49', stage1Days: '1', stage2Days: '2', reason: '单一场所' }, 'REDUCED_TOO_FAR', 'totalDays'],
    [{ totalDays: '4.9', stage1Days: '1', stage2Days: '3' }, 'REASON_MISSING', 'reason'],
    [{ stage2Days: '2.99' }, 'TOO_LITTLE_ON_SITE', 'stage2Days'],
    [{ totalDays: '5', stage1Days: '2', stage2Days: '3.1' }, 'MORE_ON_SITE', 'totalDays'],
    [{ stage1Days: '0', stage2Days: '4' }, 'STAGE_EMPTY', 'stage1Days'],
    [{ stage1Days: '4', stage2Days: '-0.0' }, 'STAGE_EMPTY', 'stage2Days'],
    [{ baseDays: '3', baseRule: '自定' }, 'BASIS_IS_THE_TABLE', 'baseDays'],
  ])('with %j of five days comes to %s', (fields, code, field) => {
    const expected = field ? [`CERTIFICATION.${code}`, `/days/0/${field}`] : [code];

    expect(planned(days(fields))).toEqual(expected);
  });

  it.each<[string, (body: Body) => void, string, string]>([
    ['ends before it begins', (body) => (body['stage1'].to = '2026-11-23'), 'ENDS_BEFORE', '/stage1/to'],
    ['begins before the contract', (body) => (body['stage1'].from = '2026-11-23'), 'DATE_TOO_EARLY', '/stage1/from'],
    [
      'puts stage 2 first',
      (body) => Object.assign(body, { stage1: body['stage2'], stage2: body['stage1'] }),
      'STAGES_OUT_OF_ORDER',
      '/stage2/from',
    ],
    [
      'lets more than four months pass',
      (body) => (body['stage2'] = { from: '2027-03-25', to: '2027-03-30' }),
      'STAGES_TOO_FAR',
      '/stage2/from',
    ],
    [
      'stretches the day',
      (body) => Object.assign(body['stage2'], { to: body['stage2'].from }),
      'TEAM_TOO_SMALL',
      '/stage2/to',
    ],
  ])('that %s is refused', (_, change, code, pointer) => {
    expect(planned(change)).toEqual([`CERTIFICATION.${code}`, pointer]);
  });

  it('counts auditors, not technical experts', () => {
    const oneDay = (role: string) => (body: Body) => {
      body['stage2'].to = body['stage2'].from;
      body['members'] = ['甲', '乙'].map((name) => ({ name, role }));
    };

    expect(planned(oneDay('expert'))[0]).toBe('CERTIFICATION.TEAM_TOO_SMALL');
    expect(planned(oneDay('auditor'))).toEqual(['nothing']);
  });

  it('gives a basis and its rule where there is no table', () => {
    const without = (field: string) => (body: Body) => delete body['days'][0][field];

    expect(planned(without('baseDays'), 'HACCP')).toEqual(['CERTIFICATION.BASIS_MISSING', '/days/0/baseDays']);
    expect(planned(without('baseRule'), 'HACCP')).toEqual(['CERTIFICATION.BASIS_MISSING', '/days/0/baseRule']);
  });
});

describe('stage 1', () => {
  const unready = (body: Body) => (body['topics'][0].ready = false);

  it('that is not ready waits until its issues are solved', () => {
    const job = until(aJob('CER-003', 'QMS'), 'AUDIT_PLANNED');
    step(job, unready);
    expect(job.snapshot.status).toBe('STAGE1_ISSUES');

    expect(refusalOf(() => step(job, (body) => (body['resolutions'][0].topic = '别的')))[0]).toBe(
      'CERTIFICATION.ISSUE_OPEN',
    );
    expect(step(job)).toBe('resolve-stage1');
    toTheEnd(job);
    expect(job.snapshot.status).toBe('CERTIFIED');
  });

  it('that stays unready ends in a refusal', () => {
    const job = until(aJob('CER-003', 'QMS'), 'AUDIT_PLANNED');
    step(job, unready);
    act(job, 'submit-unresolved', 'reviewer');
    step(job);

    expect(job.snapshot.status).toBe('REFUSED');
    const issued = issuedBy(job);
    expect(issued.map(({ kind }) => kind)).toEqual(['certification-decision']);
    expect(JSON.stringify(issued[0]?.sections)).toContain('未完成第二阶段审核');
  });

  it('judges every topic', () => {
    const job = until(aJob('CER-003', 'QMS'), 'AUDIT_PLANNED');

    expect(refusalOf(() => step(job, (body) => (body['topics'][0].topic = '别的')))).toEqual([
      'CERTIFICATION.TOPIC_LEFT_OUT',
      '/topics',
    ]);
  });
});

describe('nonconformities', () => {
  const outcomes =
    (...list: string[]) =>
    (body: Body) =>
      list.forEach((outcome, index) => (body['results'][index].outcome = outcome));

  it('are answered by the client, verified by the auditor and lead to a certificate', () => {
    const job = aFinding(MINOR, MAJOR);

    expect(toTheEnd(job)).toEqual(['answer-nonconformities', 'verify-nonconformities', 'review-file', 'decide']);
    expect(job.snapshot.status).toBe('CERTIFIED');
    expect(JSON.stringify(issuedBy(job)[0]?.sections)).toContain('已验证有效');
  });

  it('that are minor may be closed by a plan, major ones may not', () => {
    const job = aFinding(MINOR, MAJOR);
    step(job);

    expect(refusalOf(() => step(job, outcomes('verified', 'plan-accepted')))).toEqual([
      'CERTIFICATION.MAJOR_NEEDS_VERIFICATION',
      '/results/1/outcome',
    ]);
    step(job, outcomes('plan-accepted', 'verified'));
    expect(job.snapshot.status).toBe('NC_CLOSED');
  });

  it('that are not accepted go back to the client, alone', () => {
    const job = aFinding(MINOR, MAJOR);
    step(job);
    step(job, outcomes('verified', 'not-accepted'));

    expect([job.snapshot.status, names(job)[0]]).toEqual(['NC_OPEN', 'answer-nonconformities']);
    step(job, (body) => expect(body['answers']).toMatchObject([{ no: '2' }]));
    step(job);
    expect(job.snapshot.status).toBe('NC_CLOSED');
  });

  it('are answered and verified one and all, on days that make sense', () => {
    const job = aFinding(MINOR, MAJOR);
    const twice = (list: string) => (body: Body) => (body[list][1] = body[list][0]);

    expect(refusalOf(() => step(job, twice('answers')))[1]).toBe('/answers');
    expect(refusalOf(() => step(job, (body) => (body['answers'][0].dueOn = '2026-11-23')))[1]).toBe('/answers/0/dueOn');
    step(job);
    expect(refusalOf(() => step(job, twice('results')))[1]).toBe('/results');
    expect(refusalOf(() => step(job, (body) => (body['verifiedOn'] = '2026-11-25')))[1]).toBe('/verifiedOn');
  });

  it('that are major and not verified within six months need another stage 2', () => {
    const job = aFinding(MAJOR);
    step(job);
    const verified = (day: string) => () =>
      step(job, (body) => (body['verifiedOn'] = day), new Date('2027-05-25T07:00:00Z'));

    expect(refusalOf(verified('2027-05-25'))).toEqual(['CERTIFICATION.STAGE2_AGAIN', '/verifiedOn']);
    act(job, 'repeat-stage2', 'technician', { reason: '超过6个月' });
    expect(job.snapshot).toMatchObject({ status: 'STAGE1', data: { nonconformities: [], superseded: [[MAJOR]] } });
    step(job, (body) => (body['concludedOn'] = '2027-05-25'), new Date('2027-05-25T07:00:00Z'));
    expect(job.snapshot.status).toBe('STAGE2');
  });

  it('that stay open refuse their own scheme only', () => {
    const job = until(aJob('CER-005', 'EMS', 'OHSMS'), 'STAGE1');
    step(job, found({ ...MAJOR, scheme: 'OHSMS' }));
    act(job, 'submit-unresolved', 'reviewer');
    step(job);

    expect(job.snapshot.status).toBe('CERTIFIED');
    expect(issuedBy(job)).toMatchObject([
      { conclusion: '准予认证：环境管理体系认证；不予认证：职业健康安全管理体系认证' },
      { title: { zh: '环境管理体系认证证书' } },
    ]);
  });
});
