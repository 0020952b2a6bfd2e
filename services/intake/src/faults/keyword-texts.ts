import type { LocalizedText } from '@nqi/kernel';

/** What a JSON Schema says of one keyword that a value breaks; both libraries and tests can produce it. */
export interface BrokenKeyword {
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The schema that holds the keyword, for its titles and its own words. */
  readonly schema: Readonly<Record<string, unknown>>;
}

type Text = (broken: BrokenKeyword) => LocalizedText;

const TYPE_NAMES: Readonly<Record<string, LocalizedText>> = {
  string: { zh: '文本', en: 'text' },
  integer: { zh: '整数', en: 'a whole number' },
  number: { zh: '数字', en: 'a number' },
  boolean: { zh: '是或否', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
};

const TEXTS: Readonly<Record<string, Text>> = {
  required: ({ params, schema }) => {
    const title = titleOf(schema, String(params['missingProperty']));
    return { zh: `缺少必填项“${title.zh}”`, en: `"${title.en}" is required` };
  },
  additionalProperties: ({ params }) => {
    const name = String(params['additionalProperty']);
    return { zh: `没有名为“${name}”的填写项`, en: `There is no field "${name}"` };
  },
  type: ({ params }) => {
    const name = String([params['type']].flat()[0]);
    const type = TYPE_NAMES[name] ?? { zh: name, en: name };
    return { zh: `应为${type.zh}`, en: `Must be ${type.en}` };
  },
  enum: ({ params }) => {
    const choices = (params['allowedValues'] as unknown[]).join(', ');
    return { zh: `只能填写以下之一：${choices}`, en: `Must be one of ${choices}` };
  },
  minimum: ({ params }) => ({ zh: `不能小于 ${params['limit']}`, en: `Must be at least ${params['limit']}` }),
  maximum: ({ params }) => ({ zh: `不能大于 ${params['limit']}`, en: `Must be at most ${params['limit']}` }),
  minLength: () => ({ zh: '不能为空', en: 'Must not be empty' }),
  maxLength: ({ params }) => ({
    zh: `不能超过 ${params['limit']} 个字符`,
    en: `Must not be longer than ${params['limit']} characters`,
  }),
  minItems: ({ params }) => ({ zh: `至少填写 ${params['limit']} 项`, en: `Needs at least ${params['limit']}` }),
  maxItems: ({ params }) => ({ zh: `不能超过 ${params['limit']} 项`, en: `Must not be more than ${params['limit']}` }),
  uniqueItems: () => ({ zh: '不能重复填写', en: 'Must not repeat itself' }),
  'false schema': () => ({ zh: '此项在当前选择下不用填写', en: 'Is not asked for with what was chosen' }),
  pattern: () => ({ zh: '格式不正确', en: 'Does not have the right form' }),
};

/** A schema's own `x-message` wins; an unknown keyword still says that something is wrong. */
export function keywordText(broken: BrokenKeyword): LocalizedText {
  const own = (broken.schema['x-message'] as Readonly<Record<string, LocalizedText>> | undefined)?.[broken.keyword];
  return own ?? TEXTS[broken.keyword]?.(broken) ?? { zh: '填写内容无效', en: 'Not valid' };
}

function titleOf(schema: Readonly<Record<string, unknown>>, property: string): LocalizedText {
  const field = (schema['properties'] as Readonly<Record<string, Record<string, unknown>>> | undefined)?.[property];
  return { zh: String(field?.['title'] ?? property), en: String(field?.['x-title-en'] ?? property) };
}
