import type { Service } from '../catalogue/catalogue.js';
import type { ReferenceBook, ReferenceEntry } from '../catalogue/reference-book.js';
import { FIXED_COLUMNS, type FixedColumn } from './batch-columns.js';
import type { WorkbookSheet } from './excel-file.codec.js';
import { formColumns, type FormColumn } from './form-columns.js';

/** What people type into is kept as text: telephones keep their zeros. */
const PREPARED_ROWS = 200;

interface Guide {
  readonly title: string;
  readonly required: boolean;
  readonly allowed: string;
  readonly example: string;
}

/**
 * An empty table for one service, to be filled in and sent as it is, with a guide to its columns and the numbers that they
 * choose from. Examples stand in the guide alone, where nobody files them.
 */
export function tableTemplate(service: Service, book: ReferenceBook): WorkbookSheet[] {
  const columns = formColumns(service.form);
  const guides = [
    ...FIXED_COLUMNS.map((column) => fixedGuide(column, service)),
    ...columns.map((column) => formGuide(column, book)),
  ];
  const blank = guides.map(() => '');
  return [
    { sheet: '申报', rows: [guides.map(({ title }) => title), ...Array.from({ length: PREPARED_ROWS }, () => blank)] },
    {
      sheet: '填写说明',
      rows: [
        ['栏目', '必填', '可填内容', '示例'],
        ...guides.map(({ title, required, allowed, example }) => [title, required ? '是' : '', allowed, example]),
      ],
    },
    { sheet: '可选编号', rows: [['栏目', '编号', '名称'], ...columns.flatMap((column) => choicesOf(column, book))] },
  ];
}

function fixedGuide(
  { key, title, required = false, words, hint = '', example }: FixedColumn,
  { code }: Service,
): Guide {
  const allowed = words ? Object.keys(words).filter(isChinese).join('、') : hint;
  return { title, required, allowed, example: key === 'serviceCode' ? code : example };
}

function formGuide(column: FormColumn, book: ReferenceBook): Guide {
  const { title, required, type, schema } = column;
  const [first] = entriesOf(column, book);
  const values =
    Object.keys(column.words).length > 0 ? Object.keys(column.words) : ((schema['enum'] ?? []) as string[]);
  const several = type === 'list' ? '，多个以分号隔开' : '';
  const allowed = first ? `见“可选编号”${several}` : values.length > 0 ? values.join('、') : boundsOf(schema);
  const minimum = schema['minimum'];
  return {
    title,
    required,
    allowed,
    example: first?.ref ?? values[0] ?? (minimum === undefined ? '' : String(minimum)),
  };
}

function boundsOf({ type, minimum, maximum, maxLength }: FormColumn['schema']): string {
  if (type === 'integer') return `${String(minimum)} 至 ${String(maximum)} 的整数`;
  return maxLength === undefined ? '' : `不超过 ${String(maxLength)} 字`;
}

const choicesOf = (column: FormColumn, book: ReferenceBook): string[][] =>
  entriesOf(column, book).map(({ ref, name }) => [column.title, ref, name.zh]);

/** The lines of its list that a column takes: a list may hold things and what belongs to them. */
function entriesOf({ schema }: FormColumn, book: ReferenceBook): ReferenceEntry[] {
  const { 'x-reference': list, pattern, enum: values } = schema;
  const entries = typeof list === 'string' ? (book.list(list) ?? []) : [];
  const all = entries.flatMap((entry) => [entry, ...(entry.items ?? [])]);
  if (Array.isArray(values)) return all.filter(({ ref }) => values.includes(ref));
  return typeof pattern === 'string' ? all.filter(({ ref }) => new RegExp(pattern, 'u').test(ref)) : all;
}

const isChinese = (word: string): boolean => /\p{Script=Han}/u.test(word);
