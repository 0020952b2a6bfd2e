import type { AdviceTopic } from '@nqi/work';
import type { Way } from './metrology-job.js';

/**
 * How each service of the catalogue is done. Services that measure still end in advice when the client named no
 * instrument to measure.
 */
const WAYS: Readonly<Record<string, Way>> = {
  'MET-001': 'verification',
  'MET-002': 'verification',
  'MET-003': 'calibration',
  'MET-004': 'calibration',
};

export function wayOf(serviceCode: string, instruments: number): Way {
  return instruments > 0 ? (WAYS[serviceCode] ?? 'advice') : 'advice';
}

const topic = (name: string, basis?: string): AdviceTopic => (basis ? { topic: name, basis } : { topic: name });

/** What each advisory service looks into. */
const TOPICS: Readonly<Record<string, readonly AdviceTopic[]>> = {
  'MET-005': [
    topic('计量标准考核申请资料', 'JJF 1033-2023'),
    topic('计量标准器及配套设备的配置与溯源', 'JJF 1033-2023'),
    topic('计量标准的稳定性与检定或校准结果的重复性', 'JJF 1033-2023'),
    topic('环境条件与设施', 'JJF 1033-2023'),
    topic('检定或校准人员能力', 'JJF 1033-2023'),
    topic('文件集与技术报告', 'JJF 1033-2023'),
  ],
  'MET-006': [
    topic('机构法律地位与授权范围', '法定计量检定机构监督管理办法'),
    topic('质量管理体系运行', 'JJF 1069-2012'),
    topic('人员与设备能力', 'JJF 1069-2012'),
    topic('授权申请资料', '计量法'),
  ],
  'MET-007': [
    topic('是否列入型式批准目录', '实施强制管理的计量器具目录'),
    topic('产品标准与技术文件', '计量器具新产品管理办法'),
    topic('样机与型式评价安排', '计量器具新产品管理办法'),
  ],
  'MET-008': [
    topic('标注净含量与计量单位', '定量包装商品计量监督管理办法'),
    topic('抽样方案与检验批', 'JJF 1070-2023'),
    topic('检验用计量器具的配备与溯源', 'JJF 1070-2023'),
    topic('净含量控制与记录', 'JJF 1070-2023'),
  ],
  'MET-009': [
    topic('计量管理制度与人员', 'JJF 1070-2023'),
    topic('计量检测设备与溯源', 'JJF 1070-2023'),
    topic('净含量控制与抽样检验', 'JJF 1070-2023'),
    topic('自我声明信息填报'),
  ],
  'MET-010': [
    topic('能源计量器具配备率', 'GB 17167-2025'),
    topic('能源计量器具检定与校准', 'GB 17167-2025'),
    topic('能源计量数据采集与应用', 'GB 17167-2025'),
    topic('能源计量管理制度与人员', 'GB 17167-2025'),
  ],
  'MET-011': [
    topic('计量需求梳理', '枣政字〔2024〕17号专栏1'),
    topic('计量器具台账与周期'),
    topic('测量过程与关键参数'),
    topic('帮扶措施与对接单位'),
  ],
  'MET-012': [topic('测量需求与关键参数'), topic('现有测量方法与溯源途径'), topic('测量方案与设备建议')],
  'MET-013': [
    topic('排放源与监测计划'),
    topic('碳计量器具配备与溯源'),
    topic('数据采集与质量控制'),
    topic('在线监测数据传输'),
  ],
};

const ANY: readonly AdviceTopic[] = [topic('需求与现状'), topic('适用法规与技术规范'), topic('实施建议')];

export const topicsOf = (serviceCode: string): readonly AdviceTopic[] => TOPICS[serviceCode] ?? ANY;
