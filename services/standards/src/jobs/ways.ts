import type { AdviceTopic } from '@nqi/work';
import type { Way } from './standards-job.js';

/**
 * How each service of the catalogue is done; services that are not named here end in advice, as does a check or a
 * comparison for which the client named no standard.
 */
const WAYS: Readonly<Record<string, Way>> = {
  'STD-001': 'check',
  'STD-002': 'check',
  'STD-003': 'declaration',
  'STD-008': 'comparison',
  'STD-012': 'comparison',
};

export function wayOf(serviceCode: string, citations: number): Way {
  const way = WAYS[serviceCode] ?? 'advice';
  return citations > 0 || way === 'declaration' ? way : 'advice';
}

const topic = (name: string, basis?: string): AdviceTopic => (basis ? { topic: name, basis } : { topic: name });

/** What each advisory service looks into. */
const TOPICS: Readonly<Record<string, readonly AdviceTopic[]>> = {
  'STD-001': [topic('检索需求与关键词'), topic('检索范围与结果')],
  'STD-002': [topic('标准清单'), topic('核验范围与结果')],
  'STD-004': [
    topic('标准结构与编写', 'GB/T 1.1-2020'),
    topic('规范性引用文件的有效性', 'GB/T 1.1-2020'),
    topic('技术指标与试验方法的协调性', 'GB/T 1.1-2020'),
    topic('与强制性标准的符合性', '标准化法'),
    topic('审查与公开安排', '标准化法'),
  ],
  'STD-005': [
    topic('立项必要性与可行性', '地方标准管理办法'),
    topic('与现行标准的关系', '地方标准管理办法'),
    topic('项目申报书与标准草案', '地方标准管理办法'),
  ],
  'STD-006': [topic('参与意向与技术优势'), topic('对口技术委员会与工作组'), topic('计划项目与参与方式')],
  'STD-007': [
    topic('团体资质与章程', 'GB/T 20004.1-2016'),
    topic('制定程序', 'GB/T 20004.1-2016'),
    topic('标准草案', 'GB/T 1.1-2020'),
    topic('信息公开', '团体标准管理规定'),
  ],
  'STD-008': [topic('对标领域与核心指标'), topic('标准公开情况'), topic('评估机构对接')],
  'STD-009': [topic('试点方向与基础'), topic('标准体系表'), topic('申报书与实施方案'), topic('验收准备')],
  'STD-010': [
    topic('标准体系的建立', 'GB/T 19273-2017'),
    topic('标准的实施', 'GB/T 19273-2017'),
    topic('自我评价与持续改进', 'GB/T 19273-2017'),
  ],
  'STD-011': [topic('出口产品与目标市场'), topic('目标市场法规与标准'), topic('差异与应对措施')],
  'STD-012': [topic('比对对象与指标'), topic('提升方向')],
};

const ANY: readonly AdviceTopic[] = [topic('需求与现状'), topic('适用标准'), topic('实施建议')];

export const topicsOf = (serviceCode: string): readonly AdviceTopic[] => TOPICS[serviceCode] ?? ANY;
