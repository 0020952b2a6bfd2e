import { referenceNodes } from '../network/network.seed.js';
import { RULE_SET } from '../rules/rule-set.js';
import { assertServes } from './office-by-hand.js';

const office = (code: string) => referenceNodes().find((node) => node.code === code)!;
const approval = { domain: 'metrology', serviceCode: 'MET-007' } as const;
const localStandard = { domain: 'standards', serviceCode: 'STD-005' } as const;
const below = expect.objectContaining({ code: 'TICKET.STATUTORY_LEVEL', pointer: '/nodeCode' });

describe('an office that a person names', () => {
  it('is refused below the level that the law asks for', () => {
    expect(() => assertServes(office('HUB-370400'), approval, RULE_SET)).toThrow(below);
    expect(() => assertServes(office('PROV-370000'), approval, RULE_SET)).not.toThrow();
    expect(() => assertServes(office('WS-370481'), localStandard, RULE_SET)).toThrow(below);
    expect(() => assertServes(office('HUB-370400'), localStandard, RULE_SET)).not.toThrow();
    expect(() => assertServes(office('WS-370481'), localStandard, { ...RULE_SET, statutoryLevels: [] })).not.toThrow();
  });

  it('is refused when it is closed or does not serve the domain', () => {
    const unfit = expect.objectContaining({ code: 'TICKET.NODE_DOES_NOT_SERVE' });

    expect(() => assertServes({ ...office('WS-370481'), active: false }, approval, RULE_SET)).toThrow(unfit);
    expect(() => assertServes({ ...office('PROV-370000'), domains: ['testing'] }, approval, RULE_SET)).toThrow(unfit);
  });
});
