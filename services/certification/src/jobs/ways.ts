import type { AdviceTopic } from '@nqi/work';
import { isManagementSystem } from '../schemes/scheme.js';
import type { Way } from './certification-job.js';
import type { Filed } from './filed-schemes.js';

/**
 * How each service of the catalogue is done; services that are not named here guide, and end in advice, as do audits
 * for which the client named no management system or something beside one.
 */
const WAYS: Readonly<Record<string, Way>> = {
  'CER-003': 'audit',
  'CER-004': 'audit',
  'CER-005': 'audit',
  'CER-006': 'audit',
};

export function wayOf(serviceCode: string, { schemes, unknown }: Filed): Way {
  const auditable =
    schemes.length > 0 && unknown.length === 0 && schemes.every(({ scheme }) => isManagementSystem(scheme));
  return auditable ? (WAYS[serviceCode] ?? 'advice') : 'advice';
}

const topic = (name: string, basis?: string): AdviceTopic => (basis ? { topic: name, basis } : { topic: name });

const SYSTEM: readonly AdviceTopic[] = [
  topic('认证需求与适用体系标准'),
  topic('体系建立与文件现状'),
  topic('内部审核与管理评审'),
  topic('认证机构选择与申请准备', '认证认可条例'),
];

/** What each advisory service looks into. */
const TOPICS: Readonly<Record<string, readonly AdviceTopic[]>> = {
  'CER-001': [
    topic('产品是否列入强制性产品认证目录', '强制性产品认证目录描述与界定表'),
    topic('认证单元划分', '强制性产品认证实施规则'),
    topic('关键元器件和材料清单', '强制性产品认证实施规则'),
    topic('型式试验样品与安排', '强制性产品认证实施规则'),
    topic('工厂质量保证能力', '强制性产品认证管理规定'),
  ],
  'CER-002': [
    topic('目录界定', '强制性产品认证目录描述与界定表'),
    topic('免予办理条件', '强制性产品认证管理规定'),
    topic('证明材料与用途说明', '强制性产品认证管理规定'),
  ],
  'CER-003': SYSTEM,
  'CER-004': [topic('质量现状自评'), topic('培训与帮扶安排'), ...SYSTEM.slice(0, 3)],
  'CER-005': [...SYSTEM, topic('合规义务与行政许可')],
  'CER-006': [...SYSTEM, topic('食品生产(经营)许可与HACCP计划', '食品安全法')],
  'CER-007': [
    topic('产地环境与检测'),
    topic('生产过程与投入品记录'),
    topic('申报主体与产品范围'),
    topic('申报材料与标志使用'),
  ],
  'CER-008': [
    topic('企业与产品基本条件', '枣政字〔2024〕17号专栏3'),
    topic('执行标准的先进性'),
    topic('产品检测结果'),
    topic('质量管理与品牌建设'),
    topic('培育入库与认证对接'),
  ],
  'CER-009': [
    topic('适用产品类别与评价标准', 'GB/T 33761-2024'),
    topic('环境影响评价与污染物排放'),
    topic('资源、能源消耗'),
    topic('产品检测报告'),
    topic('星级或认证对接'),
  ],
  'CER-010': [
    topic('服务规范与承诺'),
    topic('服务过程与人员'),
    topic('投诉处理与顾客满意'),
    topic('适用的服务认证与对接'),
  ],
  'CER-011': [
    topic('核算目标、功能单位与系统边界', 'GB/T 24067-2024'),
    topic('活动数据的收集与质量', 'GB/T 24067-2024'),
    topic('排放因子选取与分配方法', 'GB/T 24067-2024'),
    topic('核算结果与核查准备', 'GB/T 24067-2024'),
  ],
  'CER-012': [
    topic('证书编号与发证机构', '全国认证认可信息公共服务平台'),
    topic('证书状态与认证范围', '全国认证认可信息公共服务平台'),
    topic('证书有效期'),
    topic('监督审核与再认证安排'),
  ],
};

const ANY: readonly AdviceTopic[] = [topic('需求与现状'), topic('适用认证与要求'), topic('实施建议')];

export const topicsOf = (serviceCode: string): readonly AdviceTopic[] => TOPICS[serviceCode] ?? ANY;
