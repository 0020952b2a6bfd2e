import type { JsonSchema, Localized } from '../api/shapes.js';

/** One keyword that a value breaks, with the schema that holds it. */
export interface BrokenKeyword {
  readonly keyword: string;
  readonly schema: JsonSchema;
  /** The field that is missing or too much, where the keyword is about one. */
  readonly property?: string;
}

type Text = (broken: BrokenKeyword, limit: unknown) => Localized;

const TYPES: Readonly<Record<string, Localized>> = {
  string: { zh: '文本', en: 'text' },
  integer: { zh: '整数', en: 'a whole number' },
  number: { zh: '数字', en: 'a number' },
  boolean: { zh: '是或否', en: 'yes or no' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组内容', en: 'a group of fields' },
};

const REQUIRED = (title: string): Localized => ({ zh: `请填写${title}`, en: `${title} is required` });

/** The same words that the services use for the same faults. */
const TEXTS: Readonly<Record<string, Text>> = {
  required: ({ schema, property = '' }) => {
    const field = propertyOf(schema, property);
    return {
      zh: REQUIRED(`“${field?.['title'] ?? property}”`).zh,
      en: REQUIRED(`"${field?.['x-title-en'] ?? field?.['title'] ?? property}"`).en,
    };
  },
  additionalProperties: ({ property = '' }) => ({
    zh: `没有名为“${property}”的填写项`,
    en: `There is no field "${property}"`,
  }),
  type: (_broken, type) => {
    const name = TYPES[String(type)];
    return { zh: `应为${name?.zh ?? String(type)}`, en: `Must be ${name?.en ?? String(type)}` };
  },
  enum: () => ({ zh: '请从给出的选项中选择', en: 'Choose one of the options' }),
  const: () => ({ zh: '请从给出的选项中选择', en: 'Choose one of the options' }),
  minimum: (_broken, limit) => ({ zh: `不能小于 ${limit}`, en: `Must be at least ${limit}` }),
  maximum: (_broken, limit) => ({ zh: `不能大于 ${limit}`, en: `Must be at most ${limit}` }),
  exclusiveMinimum: (_broken, limit) => ({ zh: `应大于 ${limit}`, en: `Must be more than ${limit}` }),
  exclusiveMaximum: (_broken, limit) => ({ zh: `应小于 ${limit}`, en: `Must be less than ${limit}` }),
  minLength: (_broken, limit) =>
    limit === 1
      ? { zh: '不能为空', en: 'Must not be empty' }
      : { zh: `至少 ${limit} 个字符`, en: `Must have at least ${limit} characters` },
  maxLength: (_broken, limit) => ({
    zh: `不能超过 ${limit} 个字符`,
    en: `Must not be longer than ${limit} characters`,
  }),
  minItems: (_broken, limit) => ({ zh: `至少填写 ${limit} 项`, en: `Needs at least ${limit}` }),
  maxItems: (_broken, limit) => ({ zh: `不能超过 ${limit} 项`, en: `Must not be more than ${limit}` }),
  uniqueItems: () => ({ zh: '不能重复填写', en: 'Must not repeat itself' }),
  pattern: () => ({ zh: '格式不正确', en: 'Does not have the right form' }),
  format: () => ({ zh: '格式不正确', en: 'Does not have the right form' }),
};

/** A schema's own `x-message` wins; an unknown keyword still says that something is wrong. */
export function keywordText(broken: BrokenKeyword): Localized {
  const own = (broken.schema['x-message'] as Readonly<Record<string, Localized>> | undefined)?.[broken.keyword];
  return (
    own ?? TEXTS[broken.keyword]?.(broken, broken.schema[broken.keyword]) ?? { zh: '填写内容无效', en: 'Not valid' }
  );
}

const propertyOf = (schema: JsonSchema, name: string): JsonSchema | undefined =>
  (schema['properties'] as Readonly<Record<string, JsonSchema>> | undefined)?.[name];
