import {
  FLOUR,
  HANDS,
  aFlourJob,
  aJob,
  issuedBy,
  refusalOf,
  step,
  stepOf,
  until,
  type Body,
} from '../../test/a-testing-job.js';
import type { TestingStatus } from './testing-job.js';

describe('a wrong entry', () => {
  it.each<[string, TestingStatus, (body: Body) => void, readonly [string, string]]>([
    [
      'a method without its year',
      'CONTRACT_REVIEW',
      (body) => (body['lines'][0].items[0].method = 'GB 5009.3'),
      ['TESTING.METHOD_WITHOUT_YEAR', '/lines/0/items/0/method'],
    ],
    [
      'a method that has been replaced',
      'CONTRACT_REVIEW',
      (body) => (body['lines'][0].items[0].method = 'GB/T 1346-2011'),
      ['TESTING.METHOD_NOT_IN_FORCE', '/lines/0/items/0/method'],
    ],
    [
      'a limit that cannot be read',
      'CONTRACT_REVIEW',
      (body) => (body['lines'][0].items[0].limitValue = '适量'),
      ['TESTING.UNREADABLE_LIMIT', '/lines/0/items/0/limitValue'],
    ],
    [
      'more tests than samples',
      'CONTRACT_REVIEW',
      (body) => (body['lines'][0].tested = 3),
      ['TESTING.TOO_MANY_TESTED', '/lines/0/tested'],
    ],
    [
      'a plan without the product',
      'CONTRACT_REVIEW',
      (body) => (body['lines'] = []),
      ['TESTING.LINE_MISSING', '/lines'],
    ],
    [
      'a product that nobody filed',
      'CONTRACT_REVIEW',
      (body) => (body['lines'][0].line = 2),
      ['TESTING.UNKNOWN_LINE', '/lines/0/line'],
    ],
    [
      'an item twice',
      'CONTRACT_REVIEW',
      (body) => body['lines'][0].items.push(body['lines'][0].items[0]),
      ['TESTING.ITEM_TWICE', '/lines/0/items/3/id'],
    ],
    [
      'a clarification that nobody wrote down',
      'CONTRACT_REVIEW',
      (body) => (body['checks'].parties = 'clarified'),
      ['TESTING.CLARIFICATION_MISSING', '/remark'],
    ],
    [
      'a promise for yesterday',
      'CONTRACT_REVIEW',
      (body) => (body['promisedOn'] = '2026-11-23'),
      ['TESTING.DATE_TOO_EARLY', '/promisedOn'],
    ],
    [
      'too few samples',
      'CONTRACT_SIGNED',
      (body) => (body['lines'][0].received = 1),
      ['TESTING.TOO_FEW_SAMPLES', '/lines/0/received'],
    ],
    [
      'sampling by nobody',
      'CONTRACT_SIGNED',
      (body) => (body['source'] = 'sampled'),
      ['TESTING.SAMPLER_MISSING', '/sampler'],
    ],
    ['samples left out', 'CONTRACT_SIGNED', (body) => (body['lines'] = []), ['TESTING.LINE_MISSING', '/lines']],
    [
      'equipment out of calibration',
      'SAMPLE_RECEIVED',
      (body) => (body['equipment'][0].validUntil = '2026-11-23'),
      ['TESTING.EQUIPMENT_EXPIRED', '/equipment/0/validUntil'],
    ],
    [
      'a test before the receipt',
      'TASK_ASSIGNED',
      (body) => (body['testedFrom'] = '2026-11-23'),
      ['TESTING.DATE_TOO_EARLY', '/testedFrom'],
    ],
    [
      'a test of tomorrow',
      'TASK_ASSIGNED',
      (body) => (body['testedTo'] = '2026-11-25'),
      ['TESTING.DATE_AHEAD', '/testedTo'],
    ],
    [
      'words in the place of a number',
      'TASK_ASSIGNED',
      (body) => (body['lines'][0].items[0].values[1] = '很低'),
      ['TESTING.UNREADABLE_RESULT', '/lines/0/items/0/values/1'],
    ],
    [
      'too few results',
      'TASK_ASSIGNED',
      (body) => body['lines'][0].items[0].values.pop(),
      ['TESTING.WRONG_COUNT', '/lines/0/items/0/values'],
    ],
    [
      'an item left out',
      'TASK_ASSIGNED',
      (body) => body['lines'][0].items.pop(),
      ['TESTING.ITEM_MISSING', '/lines/0/items'],
    ],
    [
      'an item that was not agreed',
      'TASK_ASSIGNED',
      (body) => (body['lines'][0].items[0].item = 'TP027-02'),
      ['TESTING.UNKNOWN_ITEM', '/lines/0/items/0/item'],
    ],
    ['no word about the samples', 'ISSUED', (body) => (body['samples'] = []), ['TESTING.DISPOSAL_MISSING', '/samples']],
  ])('is refused: %s', (_, status, change, refusal) => {
    const job = until(aFlourJob(), status);

    expect(refusalOf(() => step(job, change))).toEqual(refusal);
  });

  it('is no longer one when the client insists on the old method', () => {
    const job = aFlourJob();
    step(job, (body) => Object.assign(body['lines'][0].items[0], { method: 'GB/T 1346-2011', oldEdition: '合同约定' }));
    until(job, 'ISSUED');

    expect(JSON.stringify(issuedBy(job)[0]?.sections)).toContain('按客户要求采用 GB/T 1346-2011，理由：合同约定');
  });

  it('is equipment whose calibration ran out while the tests went on', () => {
    const job = until(aFlourJob(), 'SAMPLE_RECEIVED');
    step(job, (body) => (body['equipment'][0].validUntil = '2026-11-24'));
    const { name, role, body } = stepOf(job);
    const tomorrow = new Date('2026-11-25T07:00:00Z');
    const actor = { username: role, name: HANDS[role] };

    expect(refusalOf(() => job.perform(name, { ...body, testedTo: '2026-11-25' }, actor, tomorrow))).toEqual([
      'TESTING.EQUIPMENT_EXPIRED',
      '/testedTo',
    ]);
  });

  it('is a plan of more results than an order can hold', () => {
    const job = aJob('TST-001', { tests: [{ ...FLOUR, samples: 1_000 }] });
    const test = (samples: number) => (body: Body) => (body['lines'][0].tested = samples);

    expect(refusalOf(() => step(job, test(667)))).toEqual(['TESTING.TOO_MANY_RESULTS', '/lines']);
    step(job, test(666));
    expect(job.snapshot.status).toBe('CONTRACT_OFFERED');
  });
});
