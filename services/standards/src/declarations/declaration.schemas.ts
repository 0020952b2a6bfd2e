import { shanghaiDate } from '@nqi/kernel';
import { fields, type JsonSchema } from '@nqi/work';
import type { StandardsView } from '../jobs/standards-job.js';
import { REQUIREMENTS, gapsOf, isOwn, type Declaration } from './declaration.js';

const KINDS = {
  functional: { zh: '功能指标', en: 'Functional' },
  performance: { zh: '性能指标', en: 'Performance' },
};
const WEB_ADDRESS = '^https?://[A-Za-z0-9.-]+(:\\d+)?(/\\S*)?$';

export function gapsBody({ data }: StandardsView): JsonSchema {
  const earlier = data.declaration;
  const product = fields.record({
    name: fields.text({ zh: '产品名称', en: 'Product' }, 100),
    model: fields.text({ zh: '产品型号', en: 'Model' }, 100),
    category: fields.text({ zh: '产品分类', en: 'Category' }, 100),
  });
  const requirement = fields.record(
    {
      requirement: fields.text({ zh: '要求', en: 'Requirement' }, 200, { readOnly: true }),
      met: fields.flag({ zh: '符合', en: 'Met' }),
      remark: fields.text({ zh: '说明', en: 'Remark' }, 500),
    },
    ['remark'],
  );
  const properties = {
    standardNumber: fields.text(
      { zh: '执行标准编号', en: 'Standard number' },
      60,
      earlier && { default: earlier.standardNumber },
    ),
    standardName: fields.text({ zh: '标准名称', en: 'Title' }, 200, earlier && { default: earlier.standardName }),
    products: fields.list({ zh: '产品', en: 'Products' }, product, { max: 50 }, { default: earlier?.products ?? [] }),
    requirements: fields.list(
      { zh: '对照检查', en: 'Requirements' },
      requirement,
      { min: REQUIREMENTS.length, max: REQUIREMENTS.length },
      { default: earlier?.requirements ?? REQUIREMENTS.map((wanted) => ({ requirement: wanted })) },
    ),
  };
  const example = {
    standardNumber: 'Q/370400 YS001-2026',
    standardName: '主导产品 企业标准',
    products: [{ name: '主导产品', model: 'YS-100', category: '通用设备' }],
    requirements: REQUIREMENTS.map((wanted) => ({ requirement: wanted, met: true })),
  };
  return fields.body(properties, example);
}

export function draftBody(declaration: Declaration): JsonSchema {
  const gaps = gapsOf(declaration);
  const resolution = fields.record({
    gap: fields.text({ zh: '差距', en: 'Gap' }, 500, { readOnly: true }),
    resolution: fields.text({ zh: '处理情况', en: 'Resolution' }, 500),
  });
  const indicator = fields.record({
    name: fields.text({ zh: '指标', en: 'Indicator' }, 100),
    value: fields.text({ zh: '指标值', en: 'Value' }, 100),
    kind: fields.choice({ zh: '类别', en: 'Kind' }, KINDS),
  });
  const properties = {
    resolutions: fields.list(
      { zh: '差距处理', en: 'Resolutions' },
      resolution,
      { min: 0, max: Math.max(1, gaps.length) },
      { default: gaps.map((gap) => ({ gap })) },
    ),
    indicators: fields.list(
      { zh: '公开的指标', en: 'Published indicators' },
      indicator,
      { min: isOwn(declaration.standardNumber) ? 2 : 0, max: 100 },
      { default: declaration.indicators },
    ),
  };
  const example = {
    resolutions: gaps.map((gap) => ({ gap, resolution: '已按现行要求修改' })),
    indicators: [
      { name: '额定功率', value: '≥ 5.5 kW', kind: 'functional' },
      { name: '定位精度', value: '≤ 0.01 mm', kind: 'performance' },
    ],
  };
  return fields.body(properties, example);
}

export function publicationBody(job: StandardsView): JsonSchema {
  const today = shanghaiDate(job.openedAt);
  const properties = {
    platformNo: fields.text({ zh: '平台公开编号', en: 'Number on the platform' }, 60),
    url: fields.text({ zh: '公开网址', en: 'Address' }, 300, { pattern: WEB_ADDRESS }),
    publishedOn: fields.date({ zh: '公开日期', en: 'Published on' }, { default: today }),
  };
  const example = {
    platformNo: '370400-2026-000001',
    url: 'https://www.qybz.org.cn/standard/370400-2026-000001',
    publishedOn: today,
  };
  return fields.body(properties, example);
}
