import { corpusOf, packagedCorpus } from '../corpus/packaged.corpus.js';
import type { Standard } from '../corpus/standard.js';
import { validityOn } from '../corpus/validity.js';
import { checkConclusion, checkStandards, withEvidence, type CheckedStandard } from './check.js';

const aStandard = (number: string, fields: Partial<Standard> = {}): Standard => ({
  number,
  titleZh: '标准',
  level: 'national',
  nature: 'recommended',
  believed: 'current',
  replaces: [],
  partlyReplaces: [],
  replacedBy: [],
  ...fields,
});
const OLD = aStandard('GB 1-2010', { implementedOn: '2011-01-01', believed: 'superseded', replacedBy: ['GB 1-2025'] });
const NEW = aStandard('GB 1-2025', { implementedOn: '2026-07-01', replaces: ['GB 1-2010'] });
const CORPUS = corpusOf(
  [
    OLD,
    NEW,
    aStandard('GB 2-2011', { implementedOn: '2012-01-01' }),
    aStandard('GB 2-2025', { implementedOn: '2027-03-16', believed: 'upcoming', replaces: ['GB 2-2011'] }),
    aStandard('GB/T 3-2000', { implementedOn: '2001-01-01', believed: 'abolished' }),
    aStandard('GB/T 4-2000', { implementedOn: '2001-01-01', abolishedOn: '2026-11-24' }),
    aStandard('GB/T 5-2009'),
    aStandard('GB/T 6-2009', { believed: 'superseded', replacedBy: ['GB/T 6-2024'] }),
    aStandard('GB/T 7-2015', { partlyReplaces: ['GB/T 5-2009'], implementedOn: '2016-01-01' }),
  ],
  '测试',
);
const TODAY = '2026-11-24';
const statusOn = (day: string, number: string) => validityOn(day, CORPUS.find(number) as Standard, CORPUS).status;

describe('the status of a standard', () => {
  it.each([
    ['GB 1-2010', '2010-12-31', 'UPCOMING'],
    ['GB 1-2010', '2011-01-01', 'CURRENT'],
    ['GB 1-2010', '2026-06-30', 'CURRENT'],
    ['GB 1-2010', '2026-07-01', 'SUPERSEDED'],
    ['GB 1-2025', '2026-06-30', 'UPCOMING'],
    ['GB 1-2025', '2026-07-01', 'CURRENT'],
    ['GB 2-2011', '2027-03-15', 'CURRENT'],
    ['GB 2-2011', '2027-03-16', 'SUPERSEDED'],
    ['GB/T 4-2000', '2026-11-23', 'CURRENT'],
    ['GB/T 4-2000', '2026-11-24', 'ABOLISHED'],
  ])('%s on %s is %s, by its dates', (number, day, status) => {
    expect(statusOn(day, number)).toBe(status);
  });

  it.each([
    ['GB/T 3-2000', 'ABOLISHED'],
    ['GB/T 5-2009', 'CURRENT'],
    ['GB/T 6-2009', 'SUPERSEDED'],
  ])('%s is %s, as the source believes where dates are missing', (number, status) => {
    expect(statusOn(TODAY, number)).toBe(status);
  });
});

describe('the check of a citation', () => {
  const check = (cited: string, day = TODAY) => checkStandards([cited], day, CORPUS)[0] as CheckedStandard;

  it.each([
    ['GB 1-2025', 'OK', undefined],
    ['gb1—2025', 'OK', undefined],
    ['GB 1-2010', 'WARN', '已被 GB 1-2025 代替(2026-07-01 起)'],
    ['GB 2-2011', 'WARN', '将被 GB 2-2025 代替(2027-03-16 起)'],
    ['GB 2-2025', 'WARN', '尚未实施，实施前应执行现行版本'],
    ['GB/T 3-2000', 'FAIL', undefined],
    ['GB/T 5-2009', 'OK', '部分内容被 GB/T 7-2015 代替'],
    ['GB/T 6-2009', 'WARN', '已被 GB/T 6-2024 代替'],
    ['GB 1-2015', 'UNKNOWN', '题录库收录有 GB 1-2010、GB 1-2025'],
    ['本厂工艺', 'UNKNOWN', undefined],
  ])('%s is %s: %s', (cited, verdict, remark) => {
    expect(check(cited)).toMatchObject({ verdict });
    expect(check(cited).remark).toBe(remark);
  });

  it('takes a citation without a year for the edition in force on the day', () => {
    expect(check('GB 1')).toMatchObject({ number: 'GB 1-2025', status: 'CURRENT' });
    expect(check('GB 1', '2020-01-01')).toMatchObject({ number: 'GB 1-2010', status: 'CURRENT' });
    expect(check('GB 2')).toMatchObject({
      number: 'GB 2-2011',
      remark: expect.stringContaining('未注日期引用') as string,
    });
  });
});

describe('evidence from an official source', () => {
  const row: CheckedStandard = {
    row: 1,
    cited: 'GB/T 9-2020',
    matched: false,
    number: 'GB/T 9-2020',
    status: 'UNKNOWN',
    verdict: 'UNKNOWN',
  };
  const evidence = { row: 1, source: '全国标准信息公共服务平台', title: '名称', implementedOn: '2021-01-01' };

  it.each([
    [{}, 'CURRENT', 'OK'],
    [{ implementedOn: '2026-11-25' }, 'UPCOMING', 'WARN'],
    [{ abolishedOn: '2026-11-24' }, 'ABOLISHED', 'FAIL'],
    [{ abolishedOn: '2026-11-25' }, 'CURRENT', 'OK'],
    [{ replacedBy: 'GB/T 9-2026', replacedOn: '2026-11-24' }, 'SUPERSEDED', 'WARN'],
    [{ replacedBy: 'GB/T 9-2026', replacedOn: '2026-11-25' }, 'CURRENT', 'WARN'],
  ])('with %j makes it %s', (more, status, verdict) => {
    expect(withEvidence(row, { ...evidence, ...more }, TODAY)).toMatchObject({
      status,
      verdict,
      evidence: '全国标准信息公共服务平台',
    });
  });
});

describe('the conclusion of a check', () => {
  it('counts what was found', () => {
    const rows = checkStandards(['GB 1-2025', 'GB 1-2010', 'GB/T 3-2000', 'GB 9-1999'], TODAY, CORPUS);

    expect(checkConclusion(rows)).toBe('核查 4 项：有效 1 项，须关注 1 项，不可引用 1 项，未查到 1 项');
  });
});

describe('the packaged corpus', () => {
  it('agrees with what its source believed on the day it was compiled', () => {
    const corpus = packagedCorpus();
    const disagreeing = corpus.all().filter((standard) => {
      const { status } = validityOn(TODAY, standard, corpus);
      return status !== standard.believed.toUpperCase();
    });

    expect(disagreeing.map(({ number }) => number)).toEqual([]);
  });
});
