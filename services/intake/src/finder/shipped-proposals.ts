import type { FinderProposal } from './finder.js';
import { TESTS } from './shipped-tests.js';

interface Case {
  readonly goal: string;
  readonly objects?: readonly string[];
  readonly sectors?: readonly string[];
  readonly offer: readonly string[];
  readonly zh: string;
  readonly en: string;
}

function proposal({ goal, objects, sectors, offer, zh, en }: Case): FinderProposal {
  const services = offer.filter((code) => !code.startsWith('PKG-'));
  const packageCode = offer.find((code) => code.startsWith('PKG-'));
  return {
    when: {
      goal: [goal],
      ...(objects && { [`object-${goal}`]: objects }),
      ...(sectors && { [`sector-${goal}`]: sectors }),
    },
    ...(services.length > 0 && { services }),
    ...(packageCode !== undefined && { packageCode }),
    reason: { zh, en },
  };
}

const testsFor = (goal: string, object: string): Case[] =>
  TESTS.map(([sectors, code, zh, en]) => ({ goal, objects: [object], sectors, offer: [code], zh, en }));

const one = (goal: string, objects: string[], offer: string[], zh: string, en: string, sectors?: string[]): Case => ({
  goal,
  objects,
  offer,
  zh,
  en,
  ...(sectors && { sectors }),
});

const CASES: readonly Case[] = [
  one(
    'launch',
    ['whole'],
    ['PKG-LIB'],
    '锂电池上市前的标准、检测、认证一次登记，按顺序办',
    'Standards, test and certification of a battery in one filing, in their order',
    ['lithium'],
  ),
  one(
    'launch',
    ['whole'],
    ['PKG-FOOD'],
    '食品上市前的标准、检验、净含量和 HACCP 一起办',
    'Standards, tests, net quantity and HACCP of a food in one filing',
    ['food'],
  ),
  one(
    'launch',
    ['whole'],
    ['PKG-POM'],
    '石榴产品从标准到检测、认证一起办',
    'From standard to test and certificate for pomegranates',
    ['farm'],
  ),
  one(
    'launch',
    ['whole'],
    ['PKG-CEM'],
    '建材产品检测与绿色建材认证一起办',
    'Tests and the green building certificate together',
    ['building'],
  ),
  one(
    'launch',
    ['whole'],
    ['PKG-CHEM'],
    '化工企业的器具、特种设备和安全体系一起办',
    'Instruments, special equipment and the safety system of a chemical plant together',
    ['chemical'],
  ),
  one(
    'launch',
    ['whole'],
    ['PKG-HOSP'],
    '医疗机构的强检器具一次申报',
    'All mandatory instruments of a hospital in one filing',
    ['health'],
  ),
  one(
    'launch',
    ['whole'],
    ['PKG-MT'],
    '机床从校准到精度检测、对标、体系一起办',
    'From calibration to precision test, benchmark and system',
    ['machine'],
  ),
  one(
    'launch',
    ['whole'],
    ['PKG-SETUP'],
    '新办企业的计量、标准、检测、认证一次登记联办',
    'Metrology, standards, tests and certification of a new enterprise in one filing',
  ),
  one(
    'launch',
    ['standard'],
    ['STD-003', 'STD-004'],
    '产品上市前须有公开的执行标准',
    'A product needs a declared standard before it is sold',
  ),
  one('launch', ['test'], ['TST-002'], '新产品或转产应做型式检验', 'A new product needs a type test'),
  ...testsFor('launch', 'test'),
  one(
    'launch',
    ['licence'],
    ['CON-007', 'STD-003'],
    '列入目录的产品先取得生产许可，许可要有执行标准',
    'Listed products need a licence first, and the licence a standard',
  ),

  one(
    'comply',
    ['instrument'],
    ['PKG-HOSP'],
    '医用强检器具一次申报，现场检定一并安排',
    'Medical instruments in one filing, with verification on site',
    ['health'],
  ),
  one(
    'comply',
    ['instrument'],
    ['MET-001', 'MET-002'],
    '用于贸易结算、安全防护、医疗卫生、环境监测的器具须强制检定，免费',
    'Instruments for trade, safety, health or the environment need verification, free of charge',
  ),
  one(
    'comply',
    ['instrument'],
    ['MET-003', 'MET-004'],
    '其他测量设备按需校准，可送检也可上门',
    'Other equipment is calibrated, in the laboratory or on site',
  ),
  ...testsFor('comply', 'release'),
  one(
    'comply',
    ['package-goods'],
    ['MET-008', 'MET-009'],
    '预包装商品的净含量要检验，合格可标 C 标志',
    'Net quantity is inspected; who passes may carry the C mark',
  ),
  one(
    'comply',
    ['energy'],
    ['MET-010', 'MET-013', 'CER-011'],
    '重点用能和排放单位须配齐器具、管好数据',
    'Large users of energy must have instruments and data in order',
  ),
  one(
    'comply',
    ['equipment'],
    ['TST-013'],
    '锅炉、压力容器、电梯须定期检验',
    'Boilers, vessels and lifts are inspected at intervals',
  ),
  one(
    'comply',
    ['standard'],
    ['STD-002', 'STD-001'],
    '先核验执行的标准是否现行有效',
    'First see whether the standards in use are in force',
  ),

  one(
    'certify',
    ['product'],
    ['CER-001', 'CER-002'],
    '列入目录的产品须 CCC 认证，先界定是否在目录内',
    'Listed products need CCC; first find out whether yours is',
    ['lithium', 'consumer', 'machine', 'other', 'health'],
  ),
  one('certify', ['product'], ['CER-009'], '建材产品可取得绿色建材认证', 'Building materials can be certified green', [
    'building',
  ]),
  one(
    'certify',
    ['product'],
    ['CER-007'],
    '农产品和食品可申报有机、绿色食品、GAP',
    'Produce and food can be organic, green food or GAP',
    ['farm', 'food'],
  ),
  one(
    'certify',
    ['product'],
    ['CER-008', 'CER-002'],
    '优质产品可走“泰山品质”认证',
    'Good products can go for Taishan Quality',
  ),
  one(
    'certify',
    ['system'],
    ['CER-006'],
    '食品企业先做食品安全体系或 HACCP',
    'Food makers begin with food safety or HACCP',
    ['food', 'farm'],
  ),
  one(
    'certify',
    ['system'],
    ['CER-005'],
    '环境和安全风险大的行业应做环境、职业健康体系',
    'Trades with risks to environment and workers certify those systems',
    ['chemical', 'building', 'lithium'],
  ),
  one(
    'certify',
    ['system'],
    ['CER-003', 'TRN-003'],
    '质量管理体系认证前须有内审员',
    'A quality system needs internal auditors before it is certified',
  ),
  one(
    'certify',
    ['small'],
    ['PKG-SME'],
    '小微企业有免费诊断、培训和现场帮扶',
    'Small enterprises get diagnosis, training and help on site, free',
  ),
  one('certify', ['green'], ['CER-011', 'CER-009'], '碳足迹核算与绿色产品认证', 'Carbon footprint and green products'),
  one(
    'certify',
    ['offer'],
    ['CER-010'],
    '售后、养老、物业等服务可认证',
    'After-sales, care, property and other services can be certified',
  ),
  one(
    'certify',
    ['laboratory'],
    ['TST-011', 'MET-006'],
    '对外出报告须取得 CMA 资质',
    'Reports for others need the CMA qualification',
  ),
  one('certify', ['check'], ['CER-012'], '查证书真伪和有效期', 'See whether a certificate is genuine and in force'),

  one(
    'improve',
    ['precision'],
    ['PKG-MT'],
    '精度检测、校准、对标和体系一起提升',
    'Precision test, calibration, benchmark and system together',
    ['machine'],
  ),
  one(
    'improve',
    ['precision'],
    ['MET-012'],
    '产业专用的测量方法和设备校准',
    'Measuring methods and calibration made for the trade',
    ['lithium', 'machine'],
  ),
  one(
    'improve',
    ['precision'],
    ['MET-004', 'MET-011'],
    '生产线上的测量设备上门校准，链主企业带动',
    'Equipment of the line is calibrated on site, with a partner enterprise',
  ),
  one(
    'improve',
    ['management'],
    ['CON-002', 'PKG-SME'],
    '导入先进质量管理模式，小微企业有帮扶',
    'Modern quality management, with help for small enterprises',
  ),
  one(
    'improve',
    ['benchmark'],
    ['STD-012', 'STD-010'],
    '与国际和先进标准比指标',
    'Compare figures with international standards',
  ),
  one(
    'improve',
    ['chain'],
    ['CON-005', 'MET-011'],
    '链上共性质量问题一起攻关',
    'Quality problems of the chain are solved together',
  ),
  one(
    'improve',
    ['laboratory'],
    ['TST-010', 'TRN-005'],
    '能力验证、比对和实操培训',
    'Proficiency tests, comparisons and practice',
  ),

  one('problem', ['defect'], ['TST-012'], '先检测分析，找出失效原因', 'Test and analyse first to find the cause'),
  ...testsFor('problem', 'defect'),
  one('problem', ['reading'], ['MET-003', 'MET-004'], '先把测量设备校准', 'Have the equipment calibrated first'),
  one(
    'problem',
    ['unclear'],
    ['CON-001', 'TST-012'],
    '专家组团诊断，出需求清单和方案',
    'Experts diagnose and write down what is needed',
  ),

  one(
    'export',
    ['rules'],
    ['STD-011', 'STD-012'],
    '先弄清目标市场的法规和标准',
    'First learn the rules and standards of the market',
  ),
  one('export', ['report'], ['STD-011'], '按目标市场的标准检测', 'Test to the standards of the market'),
  ...testsFor('export', 'report'),
  one(
    'export',
    ['certificate'],
    ['CER-003', 'CER-001'],
    '客户常要求体系证书和产品证书',
    'Buyers ask for system and product certificates',
  ),
  one('export', ['certificate'], ['CER-011'], '不少市场要求产品碳足迹', 'Many markets ask for the carbon footprint'),

  one(
    'brand',
    ['brand'],
    ['PKG-BRAND'],
    '领跑者、泰山品质、好品山东按顺序培育',
    'Forerunner, Taishan Quality and Haopin Shandong in their order',
  ),
  one(
    'brand',
    ['award'],
    ['CON-003', 'CON-002'],
    '申报质量奖先导入卓越绩效模式',
    'An award begins with the excellence model',
  ),
  one('brand', ['patent'], ['CON-006'], '专利检索、商标和地理标志', 'Patents, trade marks, geographical indications'),
  one('brand', ['finance'], ['CON-008'], '以质量信用申请融资增信', 'Finance on the strength of quality'),

  one('learn', ['officer'], ['TRN-001'], '首席质量官任职培训', 'Training for chief quality officers'),
  one('learn', ['metrologist'], ['TRN-002'], '检定员、校准员能力培训', 'Training for verifiers and calibrators'),
  one('learn', ['auditor'], ['TRN-003'], '体系内审员培训', 'Training for internal auditors'),
  one('learn', ['standardizer'], ['TRN-004'], '标准编写实务', 'How standards are written'),
  one('learn', ['tester'], ['TRN-005'], '食品、建材、锂电检验实操', 'Practice in food, building and battery tests'),
  one('learn', ['public'], ['TRN-006'], '实验室开放日、进企业活动', 'Open days and visits'),

  {
    goal: 'unsure',
    offer: ['CON-001'],
    zh: '专家上门一次诊断，列出该办的事',
    en: 'Experts come once and list what needs doing',
  },
];

export const SHIPPED_PROPOSALS: readonly FinderProposal[] = CASES.map(proposal);
