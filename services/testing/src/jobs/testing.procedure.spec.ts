import { testProducts } from '@nqi/reference-data';
import {
  FLOUR,
  FULL_WAY,
  TOYS,
  aFlourJob,
  aJob,
  issuedBy,
  refusalOf,
  step,
  stepOf,
  toTheEnd,
  until,
  type Body,
} from '../../test/a-testing-job.js';

describe('a commissioned test', () => {
  it('goes from the contract to the client’s hands in eight steps', () => {
    const job = aFlourJob();

    expect(toTheEnd(job)).toEqual(FULL_WAY);
    expect(job.snapshot.status).toBe('DELIVERED');
  });

  it('is reported with licence, dates, dated methods, codes and three names', () => {
    const job = until(aFlourJob(), 'ISSUED');
    const [report, ...others] = issuedBy(job);
    const text = JSON.stringify(report?.sections);

    expect(others).toEqual([]);
    expect(report).toMatchObject({
      kind: 'test-report',
      title: { zh: '检验检测报告' },
      conclusion: '小麦粉：合格(所检 3 项均符合 GB/T 1355-2021 要求)',
      signatures: [{ name: '张检测' }, { name: '李审核' }, { name: '王批准' }],
    });
    for (const wanted of ['DEMO-CMA-006A', '2026-11-24', 'GB 5009.3-2016', 'YP-20261124-000001-01-001']) {
      expect(text).toContain(wanted);
    }
  });

  it('fails the product when one sample of one item fails, and says which', () => {
    const job = until(aFlourJob(), 'TASK_ASSIGNED');
    step(job, (body) => (body['lines'][0].items[1].values[1] = '0.11'));
    until(job, 'ISSUED');

    expect(issuedBy(job)[0]?.conclusion).toBe('小麦粉：不合格(镉不符合 GB/T 1355-2021 要求)');
  });

  it('passes what lies below the limit of detection', () => {
    const job = until(aFlourJob(), 'TASK_ASSIGNED');
    step(job, (body) => (body['lines'][0].items[1].values = ['<0.05', '<0.1']));

    expect(job.snapshot.data.results[0]?.items[1]?.verdicts).toEqual(['PASS', 'PASS']);
  });

  it('gives values alone when the client wants no statement', () => {
    const job = aFlourJob();
    step(job, (body) => (body['statement'] = 'data-only'));
    until(job, 'ISSUED');

    expect(issuedBy(job)[0]?.conclusion).toBe('小麦粉：仅提供检测数据，不作合格与否的判定');
  });

  it('may be signed by the client, or sent back with wishes', () => {
    const job = until(aFlourJob(), 'CONTRACT_OFFERED');
    step(job, undefined, 'ask-for-changes');
    expect(job.snapshot).toMatchObject({ status: 'CONTRACT_REVIEW', data: { wishes: '请增加检测项目' } });

    until(job, 'CONTRACT_OFFERED');
    step(job, undefined, 'sign-contract');
    expect(job.snapshot.data.signature).toEqual({
      signedBy: '客户',
      signedOn: '2026-11-24',
      consentsToSubcontract: false,
    });
  });

  it('waits for other samples when those that came cannot be tested', () => {
    const job = until(aFlourJob(), 'CONTRACT_SIGNED');
    step(job, undefined, 'reject-samples');

    expect(job.snapshot).toMatchObject({ status: 'SAMPLE_REJECTED', data: { rejected: { on: '2026-11-24' } } });
    expect(toTheEnd(job)[0]).toBe('receive-samples');
  });

  it('follows its samples from the shelf to the bench and back', () => {
    const job = until(aFlourJob(), 'SAMPLE_RECEIVED');
    const statuses = ['SAMPLE_RECEIVED', 'TASK_ASSIGNED', 'DATA_REVIEW', 'DELIVERED'] as const;

    expect(statuses.map((status) => until(job, status).snapshot.data.samples[0]?.status)).toEqual([
      'WAITING',
      'IN_TEST',
      'TESTED',
      'RETAINED',
    ]);
  });

  it('keeps in reserve what is not tested', () => {
    const job = until(aFlourJob(), 'CONTRACT_SIGNED');
    step(job, (body) => (body['lines'][0].received = 5));

    expect(job.snapshot.data.samples[0]).toMatchObject({
      codes: ['YP-20261124-000001-01-001', 'YP-20261124-000001-01-002'],
      reserve: { from: 'YP-20261124-000001-01-003', to: 'YP-20261124-000001-01-005', count: 3 },
    });
  });

  it('may be recorded product by product', () => {
    const job = until(aJob('TST-001', { tests: [FLOUR, TOYS] }), 'TASK_ASSIGNED');
    step(job, (body) => (body['lines'] = body['lines'].slice(1)));

    expect(job.snapshot.status).toBe('TESTING');
    expect(stepOf(job).body['lines'].map(({ line }: Body) => line)).toEqual([1]);
    step(job);
    expect(job.snapshot.status).toBe('DATA_REVIEW');
  });

  it('is tested again when a review says so, with the first record kept', () => {
    const job = until(aFlourJob(), 'DATA_REVIEW');
    step(job, undefined, 'order-retest');
    const properties = job.actions[0]?.schema(job.snapshot)['properties'] as Body;

    expect(job.snapshot.data).toMatchObject({ results: [], sentBack: { by: '李审核' } });
    expect(job.snapshot.data.superseded[0]).toHaveLength(1);
    expect(properties['lines'].default[0].items[2].values).toEqual(['未检出', '未检出']);
    until(job, 'REPORT_CHECKED');
    step(job, undefined, 'refuse');
    expect(job.snapshot.status).toBe('TESTING');
    expect(toTheEnd(job)).toEqual(FULL_WAY.slice(4));
  });

  it('reports a type test under its own name and analyses a failure', () => {
    const type = until(aJob('TST-002', { tests: [FLOUR] }), 'ISSUED');
    const failure = until(aJob('TST-012', { tests: [FLOUR] }), 'ISSUED');

    expect(issuedBy(type)[0]?.title.zh).toBe('型式检验报告');
    expect(JSON.stringify(issuedBy(failure)[0]?.sections)).toContain('原因分析');
  });

  it('gives each of few products a report and gathers many', () => {
    const of = (count: number) => aJob('TST-001', { tests: Array.from({ length: count }, () => FLOUR) });
    const [few, many] = [until(of(3), 'ISSUED'), until(of(12), 'ISSUED')];

    expect(issuedBy(few)).toHaveLength(3);
    expect(issuedBy(many)).toHaveLength(2);
  });

  it('tests a fair share of very many samples', () => {
    const job = aJob('TST-001', { tests: Array.from({ length: 50 }, () => ({ ...FLOUR, samples: 1_000 })) });
    const body = stepOf(job).body;

    expect(body['lines'].map(({ tested }: Body) => tested)).toEqual(Array(50).fill(2));
  });
});

describe('what no rule can judge', () => {
  it('is judged by the reviewer with a reason that the report prints', () => {
    const job = until(aJob('TST-001', { tests: [TOYS] }), 'DATA_REVIEW');
    step(job, (body) => Object.assign(body['rulings'][0], { verdict: 'FAIL', reason: '轮轴脱落' }));
    until(job, 'ISSUED');
    const [report] = issuedBy(job);

    expect(report?.conclusion).toBe('玩具(塑料)：不合格(小零件不符合 GB 6675.1-2025 要求)');
    expect(JSON.stringify(report?.sections)).toContain('的判定理由：轮轴脱落');
  });

  it('cannot be passed over', () => {
    const job = until(aJob('TST-001', { tests: [TOYS] }), 'DATA_REVIEW');

    expect(refusalOf(() => step(job, (body) => (body['rulings'] = [])))).toEqual([
      'TESTING.RULING_MISSING',
      '/rulings',
    ]);
  });

  it('is the only thing a reviewer judges', () => {
    const job = until(aFlourJob(), 'DATA_REVIEW');
    const ruling = { line: 1, item: 'TP027-03', value: '0.060', verdict: 'FAIL', reason: 'x' };

    expect(refusalOf(() => step(job, (body) => (body['rulings'] = [ruling])))).toEqual([
      'TESTING.NOTHING_TO_RULE',
      '/rulings/0',
    ]);
  });
});

describe('work outside the licence', () => {
  it('goes to another laboratory only with its name and the client’s consent', () => {
    const job = aFlourJob();
    expect(refusalOf(() => step(job, (body) => (body['lines'][0].items[0].scope = 'subcontracted')))).toEqual([
      'TESTING.NO_SUBCONTRACTOR',
      '/lines/0/items/0/subcontractor',
    ]);
    step(job, (body) => {
      Object.assign(body['lines'][0].items[0], { scope: 'subcontracted', subcontractor: '演示分包检测公司' });
    });
    expect(refusalOf(() => step(job, (body) => (body['consentsToSubcontract'] = false)))).toEqual([
      'TESTING.NO_CONSENT',
      '/consentsToSubcontract',
    ]);
    until(job, 'ISSUED');

    expect(JSON.stringify(issuedBy(job)[0]?.sections)).toContain('※ 水分：由 演示分包检测公司 检测');
  });

  it('is flagged, and a report without any licensed item says that it proves nothing to others', () => {
    const job = aFlourJob();
    step(job, (body) => body['lines'][0].items.forEach((item: Body) => (item['scope'] = 'unlicensed')));
    until(job, 'ISSUED');

    expect(JSON.stringify(issuedBy(job)[0]?.sections)).toContain('不具有对社会的证明作用');
  });
});

describe('a product that the reference data does not know', () => {
  it('is tested by the items that the contract review writes down', () => {
    const job = aJob('TST-001', { tests: [{ product: '自制支架', samples: 1 }] });
    step(job, (body) => {
      body['lines'][0].items = [
        {
          parameter: '拉力',
          method: 'GB/T 228.1-2021',
          unit: 'N',
          limitType: 'min',
          limitValue: '500',
          scope: 'licensed',
        },
      ];
    });
    until(job, 'ISSUED');

    expect(job.snapshot.data.results[0]?.items[0]?.item).toBe('L1-01');
    expect(issuedBy(job)[0]?.conclusion).toBe('自制支架：合格(所检 1 项均符合约定的技术要求)');
  });

  it('passes with the example of its own form', () => {
    const job = aJob('TST-001', { tests: [{ product: '自制支架', samples: 1 }] });

    expect(toTheEnd(job)).toEqual(FULL_WAY);
  });
});

describe('every product of the reference data', () => {
  it.each(testProducts().map(({ id, name }) => [id, name] as const))('%s %s passes with the examples', (ref) => {
    const job = aJob('TST-001', { tests: [{ ref, items: [], samples: 2 }] });

    expect(toTheEnd(job)).toEqual(FULL_WAY);
    expect(issuedBy(job)[0]?.conclusion).toMatch(/：合格\(/);
  });
});

describe('services that end in advice', () => {
  it.each(['TST-009', 'TST-010', 'TST-011', 'TST-013'])('%s is reported after three steps', (code) => {
    const job = aJob(code, { note: '质量不稳定需诊断' });

    expect(toTheEnd(job)).toEqual(['advise', 'review-report', 'issue-report']);
    expect(issuedBy(job)).toMatchObject([{ kind: 'service-report' }]);
  });

  it('include a test that names no product', () => {
    expect(toTheEnd(aJob('TST-001', { note: '想了解检测' }))).toEqual(['advise', 'review-report', 'issue-report']);
    expect(toTheEnd(aJob('TST-001', null))).toHaveLength(3);
  });
});
