import type { LocalizedText } from '@nqi/kernel';
import type { ServiceNode, ServiceNodeLevel } from './service-node.js';

export type NetworkRule =
  | 'UNKNOWN_PARENT'
  | 'CYCLE'
  | 'LEVEL_ORDER'
  | 'BROKEN_PATH'
  | 'ONE_PROVINCE'
  | 'ONE_HUB'
  | 'CLOSED_COVERS'
  | 'COVERED_TWICE'
  | 'NOT_COVERED';

/** What a tree of offices must not be, and which field of which office says so. */
export interface NetworkFault {
  readonly rule: NetworkRule;
  readonly pointer: string;
  readonly code?: string;
  readonly text: LocalizedText;
}

/** Offices of a level stand under one of these; the province under nobody. */
const STANDS_UNDER: Readonly<Record<ServiceNodeLevel, readonly ServiceNodeLevel[]>> = {
  PROVINCE: [],
  CITY: ['PROVINCE'],
  COUNTY: ['CITY'],
  PARK: ['COUNTY', 'CITY'],
};

/**
 * Every rule that the whole tree breaks; none for a sound one. `mustBeCovered` are the regions whose enterprises always
 * have exactly one open office to enter by (DOMAIN 2.5); parks and towns without one enter by their county's.
 */
export function networkFaults(nodes: readonly ServiceNode[], mustBeCovered: readonly string[]): NetworkFault[] {
  return [...placeFaults(nodes), ...headFaults(nodes), ...coverageFaults(nodes, mustBeCovered)];
}

function placeFaults(nodes: readonly ServiceNode[]): NetworkFault[] {
  const byCode = new Map(nodes.map((node) => [node.code, node]));
  return nodes.flatMap((node) => {
    const { code, level, parentCode } = node;
    const parent = parentCode === undefined ? undefined : byCode.get(parentCode);
    const fault = (rule: NetworkRule, zh: string, en: string) => [
      { rule, pointer: '/parentCode', code, text: { zh, en } },
    ];
    if (parentCode !== undefined && !parent) {
      return fault('UNKNOWN_PARENT', `没有上级节点 ${parentCode}`, `There is no office ${parentCode} above ${code}`);
    }
    if (isInCycle(node, byCode))
      return fault('CYCLE', `${code} 不能隶属于自身的下级`, `${code} cannot stand under itself`);
    const allowed = STANDS_UNDER[level];
    if (parent ? !allowed.includes(parent.level) : level !== 'PROVINCE') {
      const over = parent?.level ?? '—';
      return fault(
        'LEVEL_ORDER',
        `${level} 级节点 ${code} 不能隶属于 ${over} 级`,
        `${level} ${code} cannot stand under ${over}`,
      );
    }
    const path = parent ? `${parent.path}/${code}` : code;
    return node.path === path
      ? []
      : fault('BROKEN_PATH', `${code} 的路径应为 ${path}`, `The path of ${code} is ${path}`);
  });
}

function isInCycle(node: ServiceNode, byCode: ReadonlyMap<string, ServiceNode>): boolean {
  const seen = new Set<string>();
  for (
    let at: ServiceNode | undefined = node;
    at;
    at = at.parentCode === undefined ? undefined : byCode.get(at.parentCode)
  ) {
    if (seen.has(at.code)) return true;
    seen.add(at.code);
  }
  return false;
}

function headFaults(nodes: readonly ServiceNode[]): NetworkFault[] {
  const open = (level: ServiceNodeLevel) => nodes.filter((node) => node.level === level && node.active).length;
  const faults: NetworkFault[] = [];
  if (open('PROVINCE') !== 1) {
    const text = { zh: '须恰有一个开放的省级节点', en: 'There is exactly one open office of the province' };
    faults.push({ rule: 'ONE_PROVINCE', pointer: '/status', text });
  }
  if (open('CITY') !== 1) {
    const text = { zh: '须恰有一个开放的市级枢纽', en: 'There is exactly one open city hub' };
    faults.push({ rule: 'ONE_HUB', pointer: '/status', text });
  }
  return faults;
}

function coverageFaults(nodes: readonly ServiceNode[], mustBeCovered: readonly string[]): NetworkFault[] {
  const faults: NetworkFault[] = [];
  const holders = new Map<string, string[]>();
  for (const { code, covers, active } of nodes) {
    for (const region of covers) holders.set(region, [...(holders.get(region) ?? []), code]);
    if (active || covers.length === 0) continue;
    const text = { zh: `已关闭的 ${code} 不能再覆盖区域`, en: `${code} is closed and covers nothing` };
    faults.push({ rule: 'CLOSED_COVERS', pointer: '/coverageTo', code, text });
  }
  for (const [region, codes] of holders) {
    if (codes.length === 1) continue;
    const text = {
      zh: `${region} 由多个节点覆盖：${codes.join('、')}`,
      en: `${region} is covered by ${codes.join(' and ')}`,
    };
    faults.push({ rule: 'COVERED_TWICE', pointer: '/covers', text });
  }
  for (const region of mustBeCovered) {
    if (holders.has(region)) continue;
    const text = { zh: `${region} 将无节点覆盖`, en: `${region} would be covered by no office` };
    faults.push({ rule: 'NOT_COVERED', pointer: '/covers', text });
  }
  return faults;
}
