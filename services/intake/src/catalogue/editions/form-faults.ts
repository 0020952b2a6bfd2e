import { pointerTo, type Fault } from '../../faults/fault.js';
import { REFERENCES } from '../forms/field.js';
import { COMPARISONS, type FieldRule } from '../forms/field-rules.js';

type Schema = Readonly<Record<string, unknown>>;

const LONGEST_FORM = 65_536;

/**
 * What people who edit a form get wrong, beyond what a compiler of schemas finds: fields without a name in both
 * languages, rules and conditions about fields that are not there, lists nobody has. `base` is the form's place.
 */
export function formFaults(form: Schema, base: string): Fault[] {
  if (JSON.stringify(form).length > LONGEST_FORM) {
    return [wrong(base, `表单不能超过 ${LONGEST_FORM} 个字符`, `A form has at most ${LONGEST_FORM} characters`)];
  }
  if (form['type'] !== 'object') return [wrong(pointerTo(base, 'type'), '表单应为 object', 'A form is an object')];
  return [...titleFaults(form, base), ...objectFaults(form, base)];
}

/** Of an object's fields, whose own fields are looked at in turn. */
function objectFaults(schema: Schema, base: string): Fault[] {
  const fields = (schema['properties'] ?? {}) as Readonly<Record<string, unknown>>;
  const faults: Fault[] = [];
  if (schema['additionalProperties'] !== false) {
    faults.push(
      wrong(
        pointerTo(base, 'additionalProperties'),
        '应为 false：表单不收未列出的项',
        'Must be false: a form takes no field that it does not list',
      ),
    );
  }
  for (const [name, field] of Object.entries(fields)) {
    const place = pointerTo(base, 'properties', name);
    if (!isSchema(field)) {
      faults.push(wrong(place, '应为填写项', 'Must be a field'));
      continue;
    }
    faults.push(...titleFaults(field, place), ...fieldFaults(field, place));
  }
  return [...faults, ...conditionFaults(schema, fields, base), ...ruleFaults(schema, fields, base)];
}

function fieldFaults(field: Schema, base: string): Fault[] {
  const faults = messageFaults(field, base);
  const list = field['x-reference'];
  if (list !== undefined && !(REFERENCES as readonly unknown[]).includes(list)) {
    faults.push(wrong(pointerTo(base, 'x-reference'), `没有目录 ${String(list)}`, `There is no list ${String(list)}`));
  }
  const { items } = field;
  if (isSchema(items)) {
    const place = pointerTo(base, 'items');
    faults.push(
      ...(items['type'] === 'object'
        ? [...messageFaults(items, place), ...objectFaults(items, place)]
        : fieldFaults(items, place)),
    );
  }
  if (field['type'] === 'object') faults.push(...objectFaults(field, base));
  return faults;
}

function titleFaults(schema: Schema, base: string): Fault[] {
  return (['title', 'x-title-en'] as const).flatMap((keyword) =>
    isText(schema[keyword])
      ? []
      : [
          wrong(
            pointerTo(base, keyword),
            '须有中文名（title）和英文名（x-title-en）',
            'Needs a Chinese name (title) and an English one (x-title-en)',
          ),
        ],
  );
}

function messageFaults(schema: Schema, base: string): Fault[] {
  const messages = schema['x-message'];
  if (messages === undefined) return [];
  if (!isSchema(messages))
    return [wrong(pointerTo(base, 'x-message'), '应为各关键字的提示语', 'Must hold words per keyword')];
  return Object.entries(messages).flatMap(([keyword, text]) =>
    isBothLanguages(text) ? [] : [languages(pointerTo(base, 'x-message', keyword))],
  );
}

/** `if`, `then` and `else` of an object, also within `allOf`, may only speak of its own fields. */
function conditionFaults(schema: Schema, fields: Readonly<Record<string, unknown>>, base: string): Fault[] {
  const branches = Array.isArray(schema['allOf']) ? (schema['allOf'] as unknown[]) : [];
  const nested = branches.flatMap((branch, i) =>
    isSchema(branch) ? conditionFaults(branch, fields, pointerTo(base, 'allOf', i)) : [],
  );
  const own = (['if', 'then', 'else'] as const).flatMap((keyword) => {
    const branch = schema[keyword];
    if (!isSchema(branch)) return [];
    const required = Array.isArray(branch['required']) ? (branch['required'] as unknown[]) : [];
    const named = [...Object.keys((branch['properties'] ?? {}) as object), ...required.map(String)];
    return [...new Set(named)].flatMap((name) =>
      Object.hasOwn(fields, name) ? [] : [noField(pointerTo(base, keyword), name)],
    );
  });
  return [...nested, ...own];
}

function ruleFaults(schema: Schema, fields: Readonly<Record<string, unknown>>, base: string): Fault[] {
  const rules = schema['x-rules'];
  if (rules === undefined) return [];
  const place = pointerTo(base, 'x-rules');
  if (!Array.isArray(rules)) return [wrong(place, '应为规则列表', 'Must be a list of rules')];
  return rules.flatMap((rule: unknown, i) => {
    const at = pointerTo(place, i);
    if (!isSchema(rule)) return [wrong(at, '应为规则', 'Must be a rule')];
    const { left, right, is, message } = rule as Partial<FieldRule>;
    return [
      ...(['left', 'right'] as const).flatMap((side) => {
        const name = side === 'left' ? left : right;
        return typeof name === 'string' && Object.hasOwn(fields, name)
          ? []
          : [noField(pointerTo(at, side), String(name))];
      }),
      ...((COMPARISONS as readonly unknown[]).includes(is)
        ? []
        : [
            wrong(
              pointerTo(at, 'is'),
              `应为 ${COMPARISONS.join('、')} 之一`,
              `Must be one of ${COMPARISONS.join(', ')}`,
            ),
          ]),
      ...(isBothLanguages(message) ? [] : [languages(pointerTo(at, 'message'))]),
    ];
  });
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const isBothLanguages = (value: unknown): boolean => isSchema(value) && isText(value['zh']) && isText(value['en']);
const wrong = (pointer: string, zh: string, en: string): Fault => ({
  code: 'CATALOGUE.FORM',
  pointer,
  text: { zh, en },
});
const noField = (pointer: string, name: string) => wrong(pointer, `表单没有 ${name}`, `The form has no field ${name}`);
const languages = (pointer: string) => wrong(pointer, '须有中英文（zh、en）', 'Needs both languages (zh, en)');
