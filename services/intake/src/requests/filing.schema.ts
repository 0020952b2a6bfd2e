import { compileShape } from '../faults/json-schema.validator.js';
import { LINE_OF_TEXT, MATERIAL_ID, MODES, MOST_ITEMS, MOST_MATERIALS, URGENCIES } from './filing.dto.js';

const required = (max: number) => ({ type: 'string', minLength: 1, maxLength: max });
const optional = (max: number) => ({ type: ['string', 'null'], maxLength: max });
const record = (properties: Record<string, object>, names: string[]) => ({
  type: 'object',
  properties,
  required: names,
  additionalProperties: false,
});

/** Patterns of a schema have no flags. */
const MATERIAL_ID_PATTERN = MATERIAL_ID.source.replaceAll('a-f', 'a-fA-F');

const ITEM = record(
  {
    serviceCode: { ...required(20), title: '服务事项', 'x-title-en': 'Service' },
    form: { type: 'object', title: '申请表', 'x-title-en': 'Form' },
    institutionId: { ...optional(20), pattern: LINE_OF_TEXT.source },
    recommendedByPlatform: { type: ['boolean', 'null'] },
    materials: {
      type: ['array', 'null'],
      maxItems: MOST_MATERIALS,
      items: { type: 'string', pattern: MATERIAL_ID_PATTERN },
    },
  },
  ['serviceCode', 'form'],
);

const CONTACT = record(
  {
    name: { ...required(50), pattern: LINE_OF_TEXT.source, title: '联系人', 'x-title-en': 'Contact' },
    phone: { ...required(30), title: '联系电话', 'x-title-en': 'Phone' },
  },
  ['name', 'phone'],
);

/** The same shape as FilingBody, compiled. */
export const filingShape = compileShape(
  record(
    {
      items: { type: 'array', minItems: 1, maxItems: MOST_ITEMS, items: ITEM, title: '事项', 'x-title-en': 'Items' },
      packageCode: optional(40),
      contact: { ...CONTACT, title: '联系人', 'x-title-en': 'Contact' },
      regionCode: { ...required(12), title: '所在区(市)', 'x-title-en': 'District' },
      parkCode: optional(12),
      mode: { enum: [...MODES], title: '办理方式', 'x-title-en': 'Mode' },
      urgency: { enum: [...URGENCIES], title: '紧急程度', 'x-title-en': 'Urgency' },
      wantedDate: optional(10),
      enterpriseUscc: optional(40),
      enterpriseName: { ...optional(200), pattern: LINE_OF_TEXT.source },
    },
    ['items', 'contact', 'regionCode', 'mode', 'urgency'],
  ),
  'REQUEST.INVALID',
);
