import type { FinderOption, FinderQuestion } from './finder.js';

type Line = readonly [id: string, zh: string, en: string];

const option = ([id, zh, en]: Line, next: string): FinderOption => ({ id, text: { zh, en }, next });
const question = (id: string, zh: string, en: string, options: FinderOption[]): FinderQuestion => ({
  id,
  text: { zh, en },
  options,
});

const GOALS: readonly (Line | readonly [...Line, next: string])[] = [
  ['launch', '新产品上市、新厂起步', 'Bring a new product to market or start a new plant'],
  ['comply', '日常合规：检定、检验、报检', 'Stay compliant: verification, inspection, filings'],
  ['certify', '取得认证或资质', 'Obtain a certificate or qualification'],
  ['improve', '提升质量和管理水平', 'Improve quality and management'],
  ['problem', '解决眼前的质量问题', 'Solve a quality problem at hand'],
  ['export', '产品出口', 'Export a product'],
  ['brand', '创品牌、争荣誉、融资', 'Build a brand, win an award, find finance'],
  ['learn', '培训人员', 'Train people', 'object-learn'],
  ['unsure', '说不清，想请人看看', 'Not sure, somebody should have a look'],
];

const SECTORS: readonly Line[] = [
  ['lithium', '锂电池及材料', 'Lithium batteries and materials'],
  ['machine', '机床与装备', 'Machine tools and equipment'],
  ['food', '食品、饮料、酒类、粮食', 'Food, drinks, liquor, grain'],
  ['farm', '石榴与农产品', 'Pomegranates and farm produce'],
  ['building', '水泥、建材、玻璃', 'Cement, building materials, glass'],
  ['chemical', '化工、油品、煤炭、水处理剂', 'Chemicals, fuels, coal, water treatment'],
  ['health', '医疗与医药', 'Health care and medicine'],
  ['consumer', '纺织、家具、照明、电线电缆等消费品', 'Textiles, furniture, lighting, cable and other consumer goods'],
  ['water', '供水与饮用水', 'Water supply and drinking water'],
  ['service', '服务业', 'Services'],
  ['other', '其他', 'Other'],
];

/** What is at hand, per goal. */
const OBJECTS: Readonly<Record<string, readonly Line[]>> = {
  launch: [
    ['whole', '从头到尾一起办', 'All of it, from start to end'],
    ['standard', '先定产品标准', 'The product standard first'],
    ['test', '先做型式检验', 'The type test first'],
    ['licence', '办理生产许可', 'The production licence'],
  ],
  comply: [
    ['instrument', '计量器具、测量设备', 'Measuring instruments'],
    ['release', '产品、样品、水样', 'Products and samples'],
    ['package-goods', '定量包装商品', 'Prepackaged goods'],
    ['energy', '能耗与碳排放', 'Energy and carbon'],
    ['equipment', '锅炉、压力容器、电梯', 'Boilers, pressure vessels, lifts'],
    ['standard', '执行的标准', 'The standards in use'],
  ],
  certify: [
    ['product', '产品', 'A product'],
    ['system', '管理体系', 'A management system'],
    ['small', '小微企业首次认证', 'A small enterprise, for the first time'],
    ['green', '绿色与碳足迹', 'Green products and carbon footprint'],
    ['offer', '服务', 'A service'],
    ['laboratory', '检验检测机构资质', 'A testing laboratory'],
    ['check', '核对已有证书', 'Check a certificate that exists'],
  ],
  improve: [
    ['precision', '测量与加工精度', 'Precision of measuring and machining'],
    ['management', '管理方法', 'Ways of managing'],
    ['benchmark', '与先进标准对标', 'Compare with the best standards'],
    ['chain', '带动上下游', 'Take the supply chain along'],
    ['laboratory', '企业实验室', 'The own laboratory'],
  ],
  problem: [
    ['defect', '产品不合格、投诉、批量不良', 'Defects, complaints, bad batches'],
    ['reading', '测量数据不可信', 'Readings nobody trusts'],
    ['unclear', '原因不清楚', 'The cause is unclear'],
  ],
  export: [
    ['rules', '目标市场的法规标准', 'Rules of the market abroad'],
    ['report', '检测报告', 'Test reports'],
    ['certificate', '客户要求的证书', 'Certificates the buyer wants'],
  ],
  brand: [
    ['brand', '泰山品质、好品山东、领跑者', 'Taishan Quality, Haopin Shandong, forerunner'],
    ['award', '政府质量奖', 'A government quality award'],
    ['patent', '专利与商标', 'Patents and trade marks'],
    ['finance', '质量融资', 'Finance on quality'],
  ],
  learn: [
    ['officer', '首席质量官', 'Chief quality officers'],
    ['metrologist', '检定校准人员', 'Verifiers and calibrators'],
    ['auditor', '内审员', 'Internal auditors'],
    ['standardizer', '标准化人员', 'Standards people'],
    ['tester', '检验人员', 'Testing staff'],
    ['public', '开放日与公益活动', 'Open days and public events'],
  ],
};

const DEADLINES: readonly (readonly [...Line, days?: number])[] = [
  ['week', '一周内', 'Within a week', 5],
  ['month', '一个月内', 'Within a month', 20],
  ['quarter', '三个月内', 'Within three months', 60],
  ['open', '不急', 'No hurry'],
];

const afterSector = (goal: string) => (goal in OBJECTS ? `object-${goal}` : 'deadline');

/** What for, which trade, what is at hand, by when. A question is asked once, whoever comes to it; the object's depends on the goal, so each goal has its sectors. */
export const SHIPPED_QUESTIONS: FinderQuestion[] = [
  question(
    'goal',
    '您想办成什么事？',
    'What do you want to achieve?',
    GOALS.map(([id, zh, en, next]) => option([id, zh, en], next ?? `sector-${id}`)),
  ),
  ...GOALS.filter(([, , , next]) => next === undefined).map(([goal]) =>
    question(
      `sector-${goal}`,
      '您属于哪个行业？',
      'Which trade are you in?',
      SECTORS.map((sector) => option(sector, afterSector(goal))),
    ),
  ),
  ...Object.entries(OBJECTS).map(([goal, objects]) =>
    question(
      `object-${goal}`,
      '主要涉及什么？',
      'What is it mainly about?',
      objects.map((object) => option(object, 'deadline')),
    ),
  ),
  question(
    'deadline',
    '希望什么时候办完？',
    'By when do you need it?',
    DEADLINES.map(([id, zh, en, days]) => ({
      id,
      text: { zh, en },
      ...(days !== undefined && { withinWorkingDays: days }),
    })),
  ),
];
