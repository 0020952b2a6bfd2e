import type { Institution } from '../network/institution.js';
import { Network } from '../network/network.js';
import { demonstrationInstitutions, referenceNodes } from '../network/network.seed.js';
import type { ServiceNode } from '../network/service-node.js';
import type { Decision, Loads, RoutingInput } from './decision.js';
import { route } from './router.js';
import { RULE_SET } from './rule-set.js';

const NODES = referenceNodes();
const INSTITUTIONS = demonstrationInstitutions();
const NETWORK = new Network(1, NODES, INSTITUTIONS);
const DOMAIN = { MET: 'metrology', STD: 'standards', TST: 'testing', CER: 'certification', CON: 'consulting' } as const;

type Asked = Partial<RoutingInput> & { loads?: Loads; network?: Network };

function decide(serviceCode: string, { loads = new Map(), network = NETWORK, ...asked }: Asked): Decision {
  const domain = DOMAIN[serviceCode.slice(0, 3) as keyof typeof DOMAIN] ?? 'training';
  const input: RoutingInput = {
    serviceCode,
    domain,
    performingLevel: 'county',
    regionCode: '370481',
    categories: [],
    date: '2026-11-24',
    // The client leaves it to the platform, unless a case says otherwise.
    recommendedByPlatform: true,
    ...asked,
  };
  return route(input, network, loads, RULE_SET);
}

function networkWith(nodes: Record<string, Partial<ServiceNode>>, institutions: Record<string, Partial<Institution>>) {
  return new Network(
    2,
    NODES.map((node) => ({ ...node, ...nodes[node.code] })),
    INSTITUTIONS.map((institution) => ({ ...institution, ...institutions[institution.id] })),
  );
}

const verdictsOf = (decision: Decision, id: string) =>
  decision.candidates.find(({ institutionId }) => institutionId === id)?.verdicts;

describe('the office that takes an item', () => {
  it.each([
    ['a county without a park', { regionCode: '370481' }, 'WS-370481', 'COUNTY_STATION'],
    ['a park of a county', { regionCode: '370481', parkCode: '370481901' }, 'WS-370481901', 'PARK_STATION'],
    ['the high-tech zone as a park', { regionCode: '370471', parkCode: '370471' }, 'WS-370471', 'PARK_STATION'],
    ['the high-tech zone as a region', { regionCode: '370471' }, 'WS-370471', 'PARK_STATION'],
    [
      'a park with a code of its own kind',
      { regionCode: '370406', parkCode: '370406405' },
      'WS-370406405',
      'PARK_STATION',
    ],
    [
      'a park in another county than the seat',
      { regionCode: '370402', parkCode: '370403901' },
      'WS-370403901',
      'PARK_STATION',
    ],
    ['a park that has no station', { regionCode: '370404', parkCode: '370404999' }, 'WS-370404', 'COUNTY_STATION'],
    ['a town named as a park', { regionCode: '370406', parkCode: '370406100' }, 'WS-370406', 'COUNTY_STATION'],
    ['a town', { regionCode: '370481112' }, 'WS-370481', 'COUNTY_STATION'],
    ['a town that the high-tech zone runs', { regionCode: '370403002' }, 'WS-370471', 'PARK_STATION'],
    ['the city itself', { regionCode: '370400' }, 'HUB-370400', 'CITY_HUB'],
    ['the province itself', { regionCode: '370000' }, 'PROV-370000', 'PROVINCE_PLATFORM'],
    ['a county of another city', { regionCode: '370102' }, 'PROV-370000', 'PROVINCE_PLATFORM'],
    ['another province', { regionCode: '110105' }, 'HUB-370400', 'OUTSIDE_COVERAGE'],
    ['no code at all', { regionCode: 'nowhere' }, 'HUB-370400', 'OUTSIDE_COVERAGE'],
  ])('for %s', (_, asked, code, reasonCode) => {
    expect(decide('CON-001', asked).node).toMatchObject({ code, reasonCode });
  });

  it('is the one above while the nearest is closed', () => {
    const network = networkWith({ 'WS-370481901': { active: false } }, {});

    const { node } = decide('CON-001', { parkCode: '370481901', network });

    expect(node).toEqual({
      code: 'WS-370481',
      path: 'PROV-370000/HUB-370400/WS-370481',
      reasonCode: 'NODE_CLOSED',
      steps: [
        { nodeCode: 'WS-370481901', reasonCode: 'PARK_STATION' },
        { nodeCode: 'WS-370481', reasonCode: 'NODE_CLOSED' },
      ],
    });
  });

  it('is the one above where the domain is not served', () => {
    const network = networkWith({ 'WS-370404': { domains: ['consulting'] } }, {});

    expect(decide('TST-001', { regionCode: '370404', network }).node).toMatchObject({
      code: 'HUB-370400',
      reasonCode: 'NO_CAPABILITY',
    });
  });

  it('is the nearest beside or else above that has room, and tells what it saw of those that have a limit', () => {
    const limits = { 'WS-370404': { capacity: 20 }, 'WS-370402': { capacity: 5 } };
    const network = networkWith({ ...limits, 'WS-370405': { capacity: 6 }, 'WS-370403': { capacity: 7 } }, {});
    const asked = { regionCode: '370404', network };

    const fits = decide('TST-001', { ...asked, loads: new Map([['WS-370404', 19]]) }).node;
    expect(fits).toMatchObject({ code: 'WS-370404', steps: [{ nodeCode: 'WS-370404', openTickets: 19 }] });
    const full = decide('TST-001', { ...asked, loads: new Map([['WS-370404', 20]]) }).node;
    expect(full).toMatchObject({ code: 'WS-370402', reasonCode: 'OVERLOADED' });
    expect(full.steps).toEqual([
      { nodeCode: 'WS-370404', reasonCode: 'COUNTY_STATION', openTickets: 20 },
      { nodeCode: 'WS-370402', reasonCode: 'OVERLOADED', beside: true, openTickets: 0 },
    ]);
    const beside = [
      { nodeCode: 'WS-370402', reasonCode: 'OVERLOADED', beside: true, openTickets: 5 },
      { nodeCode: 'WS-370405', reasonCode: 'OVERLOADED', beside: true, openTickets: 6 },
      { nodeCode: 'WS-370403', reasonCode: 'OVERLOADED', beside: true, openTickets: 7 },
    ];
    const held = { 'WS-370404': 20, 'WS-370402': 5, 'WS-370405': 6, 'WS-370403': 7 };
    const allFull = decide('TST-001', { ...asked, loads: new Map(Object.entries(held)) }).node;
    expect(allFull.code).toBe('HUB-370400');
    expect(allFull.steps.slice(1)).toEqual([...beside, { nodeCode: 'HUB-370400', reasonCode: 'OVERLOADED' }]);
  });

  it('does not exist when the whole lineage is closed', () => {
    const closed = { active: false };
    const network = networkWith({ 'WS-370481': closed, 'HUB-370400': closed, 'PROV-370000': closed }, {});

    expect(() => decide('CON-001', { network })).toThrow(expect.objectContaining({ code: 'ROUTING.NO_OFFICE' }));
  });
});

describe('an institution with a limit', () => {
  const best = decide('MET-001', {}).institution.id ?? '';
  const network = networkWith({}, { [best]: { capacity: 7 } });

  it('is proposed while it has room', () => {
    expect(decide('MET-001', { network, loads: new Map([[best, 6]]) }).institution.id).toBe(best);
  });

  it('is passed over when it is full', () => {
    const { institution, candidates } = decide('MET-001', { network, loads: new Map([[best, 7]]) });

    expect(institution.id).not.toBe(best);
    expect(candidates.find(({ institutionId }) => institutionId === best)).toMatchObject({
      verdicts: { room: 'OVERLOADED' },
    });
  });

  it('lifts the question as OVERLOADED when all that would do are full', () => {
    const all = Object.fromEntries(INSTITUTIONS.map(({ id }) => [id, { capacity: 1 }]));
    const loads = new Map(INSTITUTIONS.map(({ id }) => [id, 1]));
    const { institution } = decide('MET-001', { network: networkWith({}, all), loads });

    expect(institution).toMatchObject({
      choice: 'none',
      pools: [
        { nodeCode: 'HUB-370400', eligible: 0, reasonCode: 'OVERLOADED' },
        { nodeCode: 'PROV-370000', eligible: 0, reasonCode: 'OVERLOADED' },
      ],
    });
  });
});

describe('the institution', () => {
  const battery = { categories: ['锂电池'] };
  const cement = { categories: ['建材'] };
  it.each<[string, string, Asked, string | undefined, string]>([
    ['mandatory verification at the county that has a body', 'MET-001', {}, 'ORG011', 'statutory'],
    [
      'mandatory verification on site',
      'MET-002',
      { regionCode: '370402', parkCode: '370402901' },
      'ORG016',
      'statutory',
    ],
    [
      'mandatory verification in a park',
      'MET-001',
      { regionCode: '370406', parkCode: '370406405' },
      'ORG013',
      'statutory',
    ],
    ['mandatory verification in the zone without one', 'MET-001', { regionCode: '370471' }, 'ORG005', 'statutory'],
    ['mandatory verification at the hub', 'MET-001', { regionCode: '370400' }, 'ORG005', 'statutory'],
    [
      'mandatory verification, whoever the client names',
      'MET-001',
      { chosenInstitutionId: 'ORG005' },
      'ORG011',
      'statutory',
    ],
    [
      'mandatory verification at a county body that is nearly full',
      'MET-001',
      { loads: new Map([['ORG011', 40]]) },
      'ORG005',
      'statutory',
    ],
    ['calibration next door', 'MET-003', {}, 'ORG039', 'platform'],
    ['calibration elsewhere', 'MET-003', { regionCode: '370402' }, 'ORG005', 'platform'],
    ['calibration where the client wants', 'MET-003', { chosenInstitutionId: 'ORG005' }, 'ORG005', 'client'],
    [
      'calibration at the province, since the client wants',
      'MET-003',
      { chosenInstitutionId: 'ORG020' },
      'ORG020',
      'client',
    ],
    ['type approval, which only the province gives', 'MET-007', {}, 'ORG020', 'platform'],
    ['a standards search', 'STD-001', { parkCode: '370481902' }, 'ORG023', 'platform'],
    [
      'a standards search while the institute is busy',
      'STD-001',
      { loads: new Map([['ORG023', 20]]) },
      'ORG036',
      'platform',
    ],
    ['a battery test, by the specialist', 'TST-003', battery, 'ORG001', 'platform'],
    [
      'a machine tool test, by the specialist',
      'TST-004',
      { regionCode: '370403', categories: ['机床'] },
      'ORG002',
      'platform',
    ],
    ['a cement test', 'TST-001', { regionCode: '370402', ...cement }, 'ORG004', 'platform'],
    [
      'a cement test while the first is busy',
      'TST-001',
      { ...cement, regionCode: '370402', loads: new Map([['ORG004', 10]]) },
      'ORG006',
      'platform',
    ],
    ['a test of nobody knows what', 'TST-001', { regionCode: '370471' }, 'ORG004', 'platform'],
    [
      'a test of nobody knows what, by the specialist the client names',
      'TST-001',
      { chosenInstitutionId: 'ORG001' },
      'ORG001',
      'client',
    ],
    ['a lift inspection, for which a licence of its own is needed', 'TST-013', {}, 'ORG008', 'platform'],
    ['a quality system certificate', 'CER-003', { regionCode: '370405' }, 'ORG028', 'platform'],
    ['a food safety certificate', 'CER-006', {}, 'ORG029', 'platform'],
    [
      'a food safety certificate by the body the client names',
      'CER-006',
      { chosenInstitutionId: 'ORG034' },
      'ORG034',
      'client',
    ],
    [
      'a cement test by a battery laboratory',
      'TST-001',
      { ...cement, chosenInstitutionId: 'ORG001' },
      undefined,
      'awaited',
    ],
    ['a certificate by a body without approval', 'CER-003', { chosenInstitutionId: 'ORG032' }, undefined, 'awaited'],
    ['a certificate by a body that is none', 'CER-003', { chosenInstitutionId: 'ORG999' }, undefined, 'awaited'],
    ['mandatory verification after every licence ran out', 'MET-001', { date: '2031-01-01' }, undefined, 'none'],
    ['advice', 'CON-001', {}, undefined, 'none'],
    ['a course', 'TRN-003', { chosenInstitutionId: 'ORG040' }, undefined, 'none'],
  ])('for %s', (_, serviceCode, asked, id, choice) => {
    const { institution } = decide(serviceCode, asked);

    expect([institution.id, institution.choice]).toEqual([id, choice]);
  });

  it('comes from the province when nobody in the city can, and the ticket stays at its station', () => {
    const { node, institution } = decide('STD-001', { parkCode: '370481901' });

    expect(node.code).toBe('WS-370481901');
    expect(institution.pools).toEqual([
      { nodeCode: 'HUB-370400', eligible: 0, reasonCode: 'NO_CAPABILITY' },
      { nodeCode: 'PROV-370000', eligible: 2 },
    ]);
  });

  it('is nobody when not even the province can', () => {
    expect(decide('MET-001', { date: '2031-01-01' }).institution.pools).toEqual([
      { nodeCode: 'HUB-370400', eligible: 0, reasonCode: 'NO_CAPABILITY' },
      { nodeCode: 'PROV-370000', eligible: 0, reasonCode: 'NO_CAPABILITY' },
    ]);
  });

  it.each<[string, string, Asked, string]>([
    ['followed', 'MET-003', { chosenInstitutionId: 'ORG005' }, 'FOLLOWED'],
    ['overruled by the statute', 'MET-001', { chosenInstitutionId: 'ORG005' }, 'STATUTORY_DESIGNATION'],
    ['the same as the statute', 'MET-001', { chosenInstitutionId: 'ORG011' }, 'FOLLOWED'],
    ['not allowed to do it', 'MET-003', { chosenInstitutionId: 'ORG011' }, 'NOT_ELIGIBLE'],
    ['unknown', 'MET-003', { chosenInstitutionId: 'ORG999' }, 'UNKNOWN_INSTITUTION'],
    ['not needed', 'CON-001', { chosenInstitutionId: 'ORG040' }, 'NOT_NEEDED'],
  ])('that the client names is on the receipt as %s', (_, serviceCode, asked, clientWish) => {
    expect(decide(serviceCode, asked).institution.clientWish).toBe(clientWish);
  });
});

describe('the receipt', () => {
  it('says of every candidate why it was passed over', () => {
    const network = networkWith(
      {},
      {
        ORG006: { stage: 'SUSPENDED' },
        ORG007: { coverageNodeCode: 'WS-370402' },
        ORG011: {
          qualifications: INSTITUTIONS.find(({ id }) => id === 'ORG011')!.qualifications.map((held) => ({
            ...held,
            status: 'SUSPENDED',
          })),
        },
      },
    );

    const decision = decide('TST-001', { categories: ['建材'], chosenInstitutionId: 'ORG005', network });

    expect(verdictsOf(decision, 'ORG001')).toMatchObject({ category: 'OTHER_CATEGORY' });
    expect(verdictsOf(decision, 'ORG005')).toMatchObject({ domain: 'NO_CAPABILITY', scope: 'OUT_OF_SCOPE' });
    expect(verdictsOf(decision, 'ORG006')).toMatchObject({ active: 'INACTIVE' });
    expect(verdictsOf(decision, 'ORG007')).toMatchObject({ coverage: 'OUT_OF_COVERAGE' });
    expect(verdictsOf(decision, 'ORG008')).toMatchObject({
      scope: 'OUT_OF_SCOPE',
      qualification: 'QUALIFICATION_MISSING',
    });
    expect(verdictsOf(decision, 'ORG011')).toMatchObject({ qualification: 'QUALIFICATION_SUSPENDED' });
    expect(verdictsOf(decision, 'ORG004')).toEqual({
      active: 'PASS',
      standing: 'PASS',
      open: 'PASS',
      domain: 'PASS',
      scope: 'PASS',
      category: 'PASS',
      object: 'PASS',
      method: 'PASS',
      range: 'PASS',
      uncertainty: 'PASS',
      coverage: 'PASS',
      designation: 'PASS',
      qualification: 'PASS',
      independence: 'PASS',
      room: 'PASS',
    });
  });

  it('shows the parts of each score, which add up', () => {
    const { candidates } = decide('MET-001', { loads: new Map([['ORG011', 5]]) });

    const best = candidates.find(({ rank }) => rank === 1);
    expect(best).toMatchObject({
      institutionId: 'ORG011',
      relation: 'own-station',
      kilometres: 0,
      openTickets: 5,
      score: {
        level: 0.28,
        distance: 0.14,
        load: 0.126,
        specialism: 0,
        forecast: 0.05,
        onTime: 0.09,
        continuity: 0,
        grade: 0.025,
        total: 0.711,
      },
    });
  });

  it('is the same whatever the order of the network', () => {
    const reversed = new Network(1, [...NODES].reverse(), [...INSTITUTIONS].reverse());

    for (const serviceCode of ['MET-001', 'MET-003', 'STD-004', 'TST-001', 'CER-003']) {
      expect(decide(serviceCode, { network: reversed })).toEqual(decide(serviceCode, {}));
    }
  });
});
