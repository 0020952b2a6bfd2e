import { DOMAINS } from '@nqi/kernel';
import fc from 'fast-check';
import { networkFaults } from './network-invariants.js';
import { Network } from './network.js';
import { withEdit, withNode, type NodeEdit } from './node-edit.js';
import type { ServiceNode } from './service-node.js';

const office = (
  code: string,
  level: ServiceNode['level'],
  parent?: ServiceNode,
  covers = [code.slice(-6)],
): ServiceNode => ({
  code,
  level,
  ...(parent && { parentCode: parent.code }),
  path: parent ? `${parent.path}/${code}` : code,
  name: { zh: code, en: code },
  regionCode: code.slice(code.indexOf('-') + 1),
  covers,
  domains: DOMAINS,
  active: true,
});

const PROVINCE = office('PROV-370000', 'PROVINCE');
const HUB = office('HUB-370400', 'CITY', PROVINCE);
const SHIZHONG = office('WS-370402', 'COUNTY', HUB);
const TENGZHOU = office('WS-370481', 'COUNTY', HUB);
const PARK = office('WS-370481901', 'PARK', TENGZHOU, ['370481901']);
const ZONE = office('WS-370471', 'PARK', HUB, ['370471']);
const TREE = [PROVINCE, HUB, SHIZHONG, TENGZHOU, PARK, ZONE];
const COUNTIES = ['370000', '370400', '370402', '370481'];

const rulesOf = (code: string, edit: NodeEdit) => [
  ...new Set(networkFaults(withEdit(TREE, code, edit), COUNTIES).map(({ rule }) => rule)),
];

describe('the tree of offices', () => {
  it('is sound as it is', () => expect(networkFaults(TREE, COUNTIES)).toEqual([]));

  it.each<[string, string, NodeEdit, string[]]>([
    ['has no office under itself', 'HUB-370400', { parentCode: 'WS-370481' }, ['CYCLE']],
    ['has no county under a county', 'WS-370402', { parentCode: 'WS-370481' }, ['LEVEL_ORDER']],
    ['has no office under nobody', 'WS-370402', { parentCode: 'WS-999999' }, ['UNKNOWN_PARENT']],
    ['keeps its hub', 'HUB-370400', { active: false, coverageTo: 'PROV-370000' }, ['ONE_HUB']],
    ['closes no office that still covers something', 'WS-370481', { active: false }, ['CLOSED_COVERS']],
    ['orphans no county', 'WS-370481', { covers: [] }, ['NOT_COVERED']],
    ['covers nothing twice', 'WS-370481', { covers: ['370481', '370481'] }, ['COVERED_TWICE']],
  ])('%s', (_, code, edit, rules) => {
    expect(rulesOf(code, edit)).toEqual(expect.arrayContaining(rules));
    expect(rulesOf(code, edit)).not.toEqual([]);
  });

  it('lets an office close when its coverage goes to another', () => {
    const tree = withEdit(TREE, 'WS-370402', { active: false, coverageTo: 'HUB-370400' });

    expect(networkFaults(tree, COUNTIES)).toEqual([]);
    expect(new Network(1, tree, []).covering('370402')?.code).toBe('HUB-370400');
  });

  it('takes along all below an office that moves', () => {
    const tree = withEdit(TREE, 'WS-370481901', { parentCode: 'HUB-370400' });

    expect(networkFaults(tree, COUNTIES)).toEqual([]);
    expect(tree.find(({ code }) => code === 'WS-370481901')?.path).toBe('PROV-370000/HUB-370400/WS-370481901');
  });

  it('gives a new office what it covers and takes it from its holder', () => {
    const { path: _, ...added } = office('WS-370402001', 'PARK', SHIZHONG, ['370402001', '370481901']);
    const tree = withNode(TREE, added);

    expect(networkFaults(tree, COUNTIES)).toEqual([]);
    expect(tree.find(({ code }) => code === 'WS-370481901')?.covers).toEqual([]);
  });

  it('stays sound through any edits of which the faulty ones are refused', () => {
    const code = fc.constantFrom(...TREE.map((node) => node.code), 'WS-999999');
    const regions = fc.uniqueArray(fc.constantFrom(...COUNTIES, '370471', '370481901', '370402001'), { maxLength: 4 });
    const edit = fc.record(
      { parentCode: code, covers: regions, coverageTo: code, active: fc.boolean() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(code, edit), { maxLength: 12 }), (edits) => {
        let tree: readonly ServiceNode[] = TREE;
        for (const [of, what] of edits) {
          const next = withEdit(tree, of, what);
          if (networkFaults(next, COUNTIES).length === 0) tree = next;
        }
        expectSound(tree);
      }),
      { numRuns: 500 },
    );
  });
});

/** The rules said anew, by walking, so that a slip in the function under test is not repeated here. */
function expectSound(tree: readonly ServiceNode[]): void {
  const network = new Network(1, tree, []);
  expect(tree.filter(({ level, active }) => level === 'CITY' && active)).toHaveLength(1);
  for (const region of COUNTIES) {
    const holders = tree.filter(({ covers, active }) => active && covers.includes(region));
    expect(holders).toEqual([network.covering(region)]);
  }
  for (const node of tree) {
    const codes = node.path.split('/');
    expect(codes.length).toBe(new Set(codes).size);
    expect(network.lineage(node).map((above) => above.code)).toEqual(codes.reverse());
  }
}
