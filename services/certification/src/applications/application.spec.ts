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
} from '../../test/a-certification-job.js';

describe('an application', () => {
  it.each<[string, (body: Body) => void]>([
    ['an unmet condition', (body) => (body['preconditions'][4].met = false)],
    ['a system that has run for less than three months', (body) => (body['runningSince'] = '2026-08-25')],
    ['no internal audit since', (body) => (body['internalAuditOn'] = '2026-01-01')],
    ['no management review since', (body) => (body['managementReviewOn'] = '2026-01-01')],
  ])('with %s stays until it is put right or turned down', (_, change) => {
    const job = aJob('CER-003', 'QMS');
    step(job, change);

    expect([job.snapshot.status, names(job)]).toEqual([
      'APPLICATION_REVIEW',
      ['review-application', 'reject-application'],
    ]);
    act(job, 'reject-application', 'approver');
    expect(job.snapshot.status).toBe('REJECTED');
    expect(issuedBy(job)).toMatchObject([{ kind: 'certification-decision', conclusion: '不予受理：1项条件不满足' }]);
  });

  it('can be reviewed again once it is put right', () => {
    const job = aJob('CER-003', 'QMS');
    step(job, (body) => (body['runningSince'] = '2026-08-25'));

    step(job, (body) => (body['runningSince'] = '2026-08-24'));

    expect(job.snapshot.status).toBe('CONTRACT_OFFERED');
  });

  it('cannot be turned down without a reason', () => {
    expect(names(aJob('CER-003', 'QMS'))).toEqual(['review-application']);
  });

  it('asks for more where the scheme does', () => {
    const count = (...refs: string[]) => {
      const job = aJob('CER-003', ...refs);
      step(job);
      return job.snapshot.data.application?.preconditions.length;
    };

    expect([count('QMS'), count('EMS'), count('FSMS', 'HACCP')]).toEqual([6, 7, 8]);
  });

  it.each<[string, string, (body: Body) => void, string]>([
    ['a day ahead', 'QMS', (body) => (body['reviewedOn'] = '2026-11-25'), '/reviewedOn'],
    ['an audit after the review', 'QMS', (body) => (body['internalAuditOn'] = '2026-11-25'), '/internalAuditOn'],
    ['a missing complexity', 'EMS', (body) => delete body['schemes'][0].complexity, '/schemes/0/complexity'],
    ['a condition swapped', 'QMS', (body) => (body['preconditions'][0].item = '别的'), '/preconditions'],
  ])('is refused with %s', (_, ref, change, pointer) => {
    expect(refusalOf(() => step(aJob('CER-005', ref), change))[1]).toBe(pointer);
  });

  it('reviews every scheme that was filed', () => {
    const twice = (body: Body) => (body['schemes'][1] = body['schemes'][0]);

    expect(refusalOf(() => step(aJob('CER-005', 'EMS', 'OHSMS'), twice))).toEqual([
      'CERTIFICATION.SCHEME_LEFT_OUT',
      '/schemes',
    ]);
  });

  it('is the client’s to accept or to send back', () => {
    const job = until(aJob('CER-003', 'QMS'), 'CONTRACT_OFFERED');
    expect(job.actions.map(({ role }) => role)).toEqual(['client', 'client']);

    act(job, 'request-changes', 'client', { reason: '范围应包括售后' });

    expect(job.snapshot).toMatchObject({ status: 'APPLICATION_REVIEW', data: { sentBack: { by: '客户' } } });
    expect(toTheEnd(job)).toHaveLength(7);
  });
});
