import type { AdviceTopic } from '@nqi/work';
import type { Way } from './testing-job.js';

/** How each service of the catalogue is done. Services that test still end in advice when no product was named. */
const WAYS: Readonly<Record<string, Way>> = {
  'TST-001': 'testing',
  'TST-002': 'testing',
  'TST-003': 'testing',
  'TST-004': 'testing',
  'TST-005': 'testing',
  'TST-006': 'testing',
  'TST-007': 'testing',
  'TST-008': 'testing',
  'TST-009': 'advice',
  'TST-010': 'advice',
  'TST-011': 'advice',
  'TST-012': 'testing',
  'TST-013': 'advice',
};

export function wayOf(serviceCode: string, tests: number): Way {
  return tests > 0 ? (WAYS[serviceCode] ?? 'advice') : 'advice';
}

const topic = (name: string, basis?: string): AdviceTopic => (basis ? { topic: name, basis } : { topic: name });

/** What each advisory service looks into. */
const TOPICS: Readonly<Record<string, readonly AdviceTopic[]>> = {
  'TST-009': [
    topic('预约设备、机时与费用', '枣政字〔2024〕17号第十八条'),
    topic('样品与检测方法的可行性'),
    topic('设备校准状态'),
    topic('上机人员资格与安全要求'),
  ],
  'TST-010': [
    topic('管理体系文件与运行', 'GB/T 27025-2019'),
    topic('人员能力与监督', 'GB/T 27025-2019'),
    topic('设备与计量溯源', 'GB/T 27025-2019'),
    topic('能力验证与实验室间比对', 'GB/T 27025-2019'),
    topic('内部审核与管理评审', 'GB/T 27025-2019'),
  ],
  'TST-011': [
    topic('法律地位与独立公正', '检验检测机构资质认定管理办法'),
    topic('人员、场所与设备', '检验检测机构资质认定管理办法'),
    topic('管理体系与内部审核', '检验检测机构资质认定管理办法'),
    topic('申请项目、方法与能力证明'),
    topic('申请材料与告知承诺'),
  ],
  'TST-012': [topic('问题描述与批次追溯'), topic('可能原因'), topic('验证性检测方案')],
  'TST-013': [
    topic('使用登记与上次检验报告', '特种设备安全法'),
    topic('下次检验日期与报检时间', '特种设备安全法'),
    topic('现场准备与安全措施'),
    topic('检验机构核准范围'),
  ],
};

const ANY: readonly AdviceTopic[] = [topic('检测需求'), topic('适用标准与方法'), topic('取样与送检要求')];

export const topicsOf = (serviceCode: string): readonly AdviceTopic[] => TOPICS[serviceCode] ?? ANY;
