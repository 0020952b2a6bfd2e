import { shippedCatalogue } from '../catalogue/shipped-catalogue.js';
import { finderFaults } from './finder-faults.js';
import { walk, type Finder } from './finder.js';
import { SHIPPED_FINDER } from './shipped-finder.js';

const { services, packages } = shippedCatalogue();
const OFFERS = {
  services: new Set(services.map(({ code }) => code)),
  packages: new Set(packages.map(({ code }) => code)),
};
const proposedTo = (answers: string) => walk(SHIPPED_FINDER, answers.split(' '))?.proposed?.map(({ code }) => code);
const faultsOf = (finder: Finder) => finderFaults(finder, OFFERS, '').map(({ pointer }) => pointer);

describe('The shipped finder', () => {
  it('asks three to five questions on every way, and always proposes something that is in the catalogue', () => {
    expect(finderFaults(SHIPPED_FINDER, OFFERS, '/finder')).toEqual([]);
  });

  it.each([
    ['a battery maker that launches a cell', 'launch lithium whole quarter', ['PKG-LIB', 'PKG-SETUP']],
    ['a new machine-tool works', 'launch machine whole open', ['PKG-MT', 'PKG-SETUP']],
    ['a textile mill with a new product', 'launch consumer test month', ['TST-002', 'TST-001']],
    ['a cement works that needs its licence', 'launch building licence open', ['CON-007', 'STD-003']],
    [
      'a hospital with sphygmomanometers',
      'comply health instrument month',
      ['PKG-HOSP', 'MET-001', 'MET-002', 'MET-003', 'MET-004'],
    ],
    [
      'a filling station with fuel dispensers',
      'comply chemical instrument week',
      ['MET-001', 'MET-002', 'MET-003', 'MET-004'],
    ],
    ['a flour mill without a laboratory', 'comply food release week', ['TST-006']],
    ['a waterworks', 'comply water release week', ['TST-008']],
    ['a brewery that fills bottles', 'comply food package-goods open', ['MET-008', 'MET-009']],
    ['a glass works that burns a lot of gas', 'comply building energy quarter', ['MET-010', 'MET-013', 'CER-011']],
    ['a coal mine with boilers', 'comply chemical equipment month', ['TST-013']],
    ['a maker of electric bicycles', 'certify consumer product quarter', ['CER-001', 'CER-002', 'CER-008']],
    ['a pomegranate co-operative', 'certify farm product open', ['CER-007', 'CER-008', 'CER-002']],
    ['a bean-curd maker', 'certify food system quarter', ['CER-006', 'CER-003', 'TRN-003']],
    ['a machine-parts workshop of twenty people', 'certify machine small open', ['PKG-SME']],
    [
      'a works whose machines lost their precision',
      'improve machine precision month',
      ['PKG-MT', 'MET-012', 'MET-004', 'MET-011'],
    ],
    ['a battery with a bad batch', 'problem lithium defect week', ['TST-012', 'TST-003']],
    ['a furniture maker that exports', 'export consumer report month', ['STD-011', 'TST-001']],
    ['a liquor brand', 'brand food brand open', ['PKG-BRAND']],
    ['somebody who trains auditors', 'learn auditor month', ['TRN-003']],
    ['somebody who cannot say', 'unsure other open', ['CON-001']],
  ])('proposes to %s what fits', (_, answers, expected) => {
    expect(proposedTo(answers)).toEqual(expected);
  });

  it('asks the next question of the chosen way, and gives a reason for each proposal', () => {
    expect(walk(SHIPPED_FINDER, [])?.question?.id).toBe('goal');
    expect(walk(SHIPPED_FINDER, ['learn'])?.question?.id).toBe('object-learn');
    expect(walk(SHIPPED_FINDER, ['comply', 'food', 'release', 'week'])).toMatchObject({
      withinWorkingDays: 5,
      proposed: [{ kind: 'service', reason: { zh: expect.stringContaining('出厂检验') } }],
    });
  });

  it.each([['no goal'], ['comply no-trade'], ['comply food release week more'], ['__proto__']])(
    'knows no way by %p',
    (answers) => {
      expect(walk(SHIPPED_FINDER, answers.split(' '))).toBeUndefined();
    },
  );
});

describe('A finder', () => {
  const [goal, ...others] = SHIPPED_FINDER.questions;
  if (!goal) throw new Error('no questions');
  const withFirst = (changes: object): Finder => ({
    ...SHIPPED_FINDER,
    questions: [{ ...goal, ...changes }, ...others],
  });

  it('cannot lead to a question or propose a service that is not there', () => {
    const [option] = goal.options;

    expect(faultsOf({ ...SHIPPED_FINDER, start: 'nowhere' })).toEqual(['/start']);
    expect(faultsOf(withFirst({ options: [{ ...option, next: 'nowhere' }] }))).toContain('/questions/0/options/0/next');
    expect(faultsOf(withFirst({ options: [option, option] }))).toContain('/questions/0/options/1/id');
    expect(
      faultsOf({
        ...SHIPPED_FINDER,
        proposals: [
          {
            when: { goal: ['fame'], mood: ['good'] },
            services: ['MET-999'],
            packageCode: 'PKG-NO',
            reason: { zh: '', en: '' },
          },
        ],
      }),
    ).toEqual([
      '/proposals/0/when/goal/0',
      '/proposals/0/when/mood',
      '/proposals/0/services/0',
      '/proposals/0/packageCode',
    ]);
  });

  it('cannot ask in a circle, too little, or end with nothing', () => {
    const round = goal.options.map((option) => ({ ...option, next: 'goal' }));
    const brief = goal.options.map(({ id, text }) => ({ id, text }));

    expect(faultsOf(withFirst({ options: round }))).toEqual(['/questions']);
    expect(faultsOf(withFirst({ options: brief }))).toContain('/questions');
    expect(faultsOf({ ...SHIPPED_FINDER, proposals: SHIPPED_FINDER.proposals.slice(0, 3) })).toContain('/proposals');
  });
});
