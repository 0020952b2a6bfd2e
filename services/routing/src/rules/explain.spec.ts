import { Network } from '../network/network.js';
import { demonstrationInstitutions, referenceNodes } from '../network/network.seed.js';
import type { RoutingInput } from './decision.js';
import { explain } from './explain.js';
import { route } from './router.js';
import { RULE_SET } from './rule-set.js';

const NETWORK = new Network(1, referenceNodes(), demonstrationInstitutions());
const INPUT: RoutingInput = {
  serviceCode: 'MET-003',
  domain: 'metrology',
  performingLevel: 'county',
  regionCode: '370481',
  categories: [],
  date: '2026-11-24',
};

function told(asked: Partial<RoutingInput>) {
  const decision = route({ ...INPUT, ...asked }, NETWORK, new Map(), RULE_SET);
  return explain(decision, NETWORK.requireNode(decision.node.code).name);
}

describe('what the applicant is told', () => {
  it('names the office and the proposal, and that the choice is free', () => {
    const { zh, en } = told({ serviceCode: 'MET-005' });

    expect(zh).toBe(
      `由${NETWORK.requireNode('WS-370481').name.zh}受理(您所在区(市)的服务站)。` +
        '平台建议由“枣庄市计量测试所(法定计量检定机构)”承办，您可以另选其他合格机构。',
    );
    expect(en).toContain('you may choose another body that qualifies.');
  });

  it.each<[string, Partial<RoutingInput>, string[]]>([
    ['a designation', { serviceCode: 'MET-001' }, ['依法由指定机构“滕州市检验检测中心”承办。']],
    [
      'a designation against the wish',
      { serviceCode: 'MET-001', chosenInstitutionId: 'ORG005' },
      ['依法由指定机构“滕州市检验检测中心”承办。', '不能自行选择机构'],
    ],
    ['a choice that is due', {}, ['承办机构由您选择，请从推荐名单中选定。']],
    ['a recommendation', { recommendedByPlatform: true }, ['按您的委托，平台推荐']],
    ['a choice', { chosenInstitutionId: 'ORG005' }, ['按您的选择由“枣庄市计量测试所(法定计量检定机构)”承办。']],
    [
      'a choice that does not qualify',
      { chosenInstitutionId: 'ORG011' },
      ['您选择的机构目前不能承办', '请从推荐名单中选定'],
    ],
    ['a choice that nobody knows', { chosenInstitutionId: 'ORG999' }, ['不在服务体系内']],
    ['nobody', { date: '2031-01-01' }, ['目前没有可承接的服务站或机构']],
    ['the hub', { regionCode: '110105' }, ['所在地区没有服务站']],
  ])('of %s', (_, asked, parts) => {
    const { zh } = told(asked);

    for (const part of parts) expect(zh).toContain(part);
  });

  it('is only the office where no institution is needed', () => {
    expect(told({ serviceCode: 'CON-001', domain: 'consulting' }).en).toMatch(/takes your item \([^)]*\)\.$/);
  });
});
