/** Which test fits which trade. */
export const TESTS: readonly (readonly [sectors: readonly string[], code: string, zh: string, en: string])[] = [
  [
    ['lithium'],
    'TST-003',
    '锂电池按 GB 31241、GB 38031 等检测安全项目',
    'Lithium batteries are tested to GB 31241, GB 38031 and others',
  ],
  [
    ['machine'],
    'TST-004',
    '机床检测几何精度、定位精度和电气安全',
    'Machine tools are tested for geometry, positioning and electrical safety',
  ],
  [
    ['food'],
    'TST-006',
    '自己没有化验室的食品企业可委托出厂检验',
    'Food makers without a laboratory commission their release tests',
  ],
  [
    ['farm'],
    'TST-005',
    '石榴鲜果和制品检测农残、重金属和品质',
    'Pomegranates are tested for residues, metals and quality',
  ],
  [
    ['building'],
    'TST-007',
    '水泥、砂石、混凝土、墙材按建材标准检测',
    'Cement, aggregate, concrete and walling are tested to their standards',
  ],
  [
    ['water'],
    'TST-008',
    '出厂水和末梢水按常规指标检测',
    'Water leaving the works and at the tap is tested for the usual parameters',
  ],
  [
    ['chemical', 'health', 'consumer', 'service', 'other'],
    'TST-001',
    '有资质的实验室出具 CMA 报告',
    'A qualified laboratory issues a CMA report',
  ],
];
