import { DomainError } from '@nqi/kernel';
import { packagedCatalogue } from '../instruments/packaged.catalogue.js';
import { batchesOf, type PreparedGroup } from '../instruments/prepared-group.js';
import { judgeGroup, type GroupEntry } from './results.js';

const catalogue = packagedCatalogue();
const aGroup = (fields: Partial<PreparedGroup> = {}): PreparedGroup => ({
  no: 1,
  name: '数字指示秤',
  kind: catalogue.find('MI004'),
  filed: 2,
  quantity: 2,
  basis: 'JJG 539-2016',
  periodMonths: 12,
  batch: false,
  ...fields,
});
const anEntry = (fields: Partial<GroupEntry> = {}): GroupEntry => ({
  group: 1,
  unit: 'kg',
  rule: 'simple-acceptance',
  points: [
    { nominal: '10', mpe: '0.005' },
    { nominal: '30', mpe: '0.010' },
  ],
  instruments: [
    { serial: 'A1', readings: ['10.005', '29.990'] },
    { serial: 'A2', readings: ['10.000', '30.011'] },
  ],
  ...fields,
});
const judge = (group: Partial<PreparedGroup>, entry: Partial<GroupEntry>) =>
  judgeGroup(aGroup(group), anEntry(entry), '2026-11-24', '/groups/0');
const faultOf = (group: Partial<PreparedGroup>, entry: Partial<GroupEntry>): readonly [string, string?] => {
  try {
    judge(group, entry);
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.pointer];
    throw error;
  }
  return ['nothing'];
};

describe('the results of a group', () => {
  it('say per instrument how far off it was and whether that is allowed', () => {
    const { instruments, counts } = judge({}, {});

    expect(instruments).toMatchObject([
      { serial: 'A1', errors: ['0.005', '-0.010'], verdict: 'PASS' },
      { serial: 'A2', errors: ['0.000', '0.011'], verdict: 'FAIL' },
    ]);
    expect(counts).toEqual({ PASS: 1, FAIL: 1, INCONCLUSIVE: 0, NONE: 0 });
  });

  it('fail an instrument with a defect, whatever it reads', () => {
    const instruments = [
      { serial: 'A1', readings: ['10', '30'], defect: '铅封损坏' },
      { serial: 'A2', readings: ['10', '30'] },
    ];

    expect(judge({}, { instruments }).instruments.map(({ verdict }) => verdict)).toEqual(['FAIL', 'PASS']);
  });

  it.each<[string, Partial<GroupEntry>, string]>([
    ['MEASUREMENT.WRONG_COUNT', { instruments: [] }, '/groups/0/instruments'],
    [
      'MEASUREMENT.SERIAL_TWICE',
      {
        instruments: [
          { serial: 'A', readings: ['10', '30'] },
          { serial: 'A', readings: ['10', '30'] },
        ],
      },
      '/groups/0/instruments/1/serial',
    ],
    [
      'MEASUREMENT.READINGS_MISMATCH',
      {
        instruments: [
          { serial: 'A', readings: ['10', '30'] },
          { serial: 'B', readings: ['10'] },
        ],
      },
      '/groups/0/instruments/1/readings',
    ],
    ['MEASUREMENT.LIMIT_NOT_POSITIVE', { points: [{ nominal: '10', mpe: '0' }] }, '/groups/0/points/0/mpe'],
    [
      'MEASUREMENT.LIMIT_MISSING',
      { points: [{ nominal: '10', mpe: '1' }, { nominal: '30' }] },
      '/groups/0/points/1/mpe',
    ],
  ])('refuse with %s', (code, entry, pointer) => {
    expect(faultOf({}, entry)).toEqual([code, pointer]);
  });
});

describe('the results of a calibration', () => {
  const caliper: Partial<PreparedGroup> = { name: '游标卡尺', kind: catalogue.find('CI001'), quantity: 1, filed: 1 };
  const entry: Partial<GroupEntry> = {
    unit: 'mm',
    points: [{ nominal: '150', uncertainty: '0.010' }],
    instruments: [{ serial: 'K1', readings: ['150.02'] }],
  };

  it('take the limit of the reference data where none was written', () => {
    expect(judge(caliper, entry)).toMatchObject({ points: [{ mpe: '0.03' }], counts: { PASS: 1 } });
  });

  it('take it in the unit of the readings', () => {
    const inMetres = {
      ...entry,
      unit: 'm',
      points: [{ nominal: '0.150', uncertainty: '0.000010' }],
      instruments: [{ serial: 'K1', readings: ['0.15004'] }],
    };

    expect(judge(caliper, inMetres)).toMatchObject({ points: [{ mpe: '0.00003' }], counts: { FAIL: 1 } });
  });

  it('state nothing when nobody asked', () => {
    expect(judge(caliper, { ...entry, rule: 'none' }).counts).toMatchObject({ NONE: 1 });
  });

  it('stay open when the uncertainty forbids a statement', () => {
    const instruments = [{ serial: 'K1', readings: ['150.025'] }];

    expect(judge(caliper, { ...entry, rule: 'guard-band', instruments }).counts).toMatchObject({ INCONCLUSIVE: 1 });
  });

  it.each<[string, string, string]>([
    ['301', '0.010', 'MEASUREMENT.OUT_OF_RANGE'],
    ['150', '0.009', 'MEASUREMENT.UNCERTAINTY'],
    ['150', '0.0101', 'MEASUREMENT.UNCERTAINTY'],
  ])('refuse the point %s with uncertainty %s: %s', (nominal, uncertainty, code) => {
    const points = [{ nominal, uncertainty }];

    expect(faultOf(caliper, { ...entry, points })[0]).toBe(code);
  });

  it('hold a point against the range that the client states for the very instrument', () => {
    expect(faultOf({ ...caliper, range: '0~100' }, entry)[0]).toBe('MEASUREMENT.OUT_OF_RANGE');
  });
});

describe('the results of a batch', () => {
  const batch: Partial<PreparedGroup> = { batch: true, quantity: 10_000, filed: 10_000 };
  const entry: Partial<GroupEntry> = {
    points: [{ nominal: '10', mpe: '0.005' }],
    extremes: [{ lowest: '9.995', highest: '10.005' }],
    instruments: [{ serial: 'W17', readings: ['10.006'] }],
  };

  it('pass all but those that are listed', () => {
    expect(judge(batch, entry).counts).toMatchObject({ PASS: 9_999, FAIL: 1 });
  });

  it.each([
    [{ lowest: '9.994', highest: '10.005' }],
    [{ lowest: '9.995', highest: '10.006' }],
    [{ lowest: '10.004', highest: '9.999' }],
  ])('refuse extremes %j of conforming instruments', (extremes) => {
    expect(faultOf(batch, { ...entry, extremes: [extremes] })).toEqual([
      'MEASUREMENT.BATCH_EXTREMES',
      '/groups/0/points/0',
    ]);
  });

  it('refuse a listed instrument that conforms', () => {
    const instruments = [{ serial: 'W17', readings: ['10.001'] }];

    expect(faultOf(batch, { ...entry, instruments })[0]).toBe('MEASUREMENT.NOT_NONCONFORMING');
  });
});

describe('the choice between single records and a batch', () => {
  it.each([
    [
      [1, 50, 51],
      [false, false, true],
    ],
    [[10_000], [true]],
    [Array<number>(9).fill(50), [false, false, false, false, false, false, false, false, true]],
    [[], []],
  ])('of quantities %j is %j', (quantities, batches) => {
    expect(batchesOf(quantities)).toEqual(batches);
  });
});
