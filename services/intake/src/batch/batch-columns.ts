export type JsonValue = string | number | boolean | readonly JsonValue[];

/** The filled cells of a row by the names of their columns. */
export type RowCells = ReadonlyMap<string, string>;

/** A column that every row may have: its title in Chinese, where it goes in a filing, and what its words stand for. */
export interface FixedColumn {
  readonly key: string;
  readonly title: string;
  readonly pointer: string;
  readonly words?: Readonly<Record<string, JsonValue>>;
  /** What an empty cell means; nothing unless said. */
  readonly otherwise?: JsonValue;
  readonly required?: boolean;
  /** What may stand in it, said to people. */
  readonly hint?: string;
  readonly example: string;
}

const YES_NO = { 是: true, 否: false, true: true, false: false };

export const FIXED_COLUMNS: readonly FixedColumn[] = [
  {
    key: 'serviceCode',
    title: '服务事项编码',
    pointer: '/items/0/serviceCode',
    required: true,
    hint: '本表对应的事项编码',
    example: '',
  },
  {
    key: 'contactName',
    title: '联系人',
    pointer: '/contact/name',
    required: true,
    hint: '经办人姓名',
    example: '张三',
  },
  {
    key: 'contactPhone',
    title: '联系电话',
    pointer: '/contact/phone',
    required: true,
    hint: '手机或带区号的固定电话',
    example: '0632-5510000',
  },
  {
    key: 'regionCode',
    title: '所在区(市)代码',
    pointer: '/regionCode',
    required: true,
    hint: '六位行政区划代码',
    example: '370481',
  },
  { key: 'parkCode', title: '园区代码', pointer: '/parkCode', hint: '在园区内的企业填写', example: '' },
  {
    key: 'mode',
    example: '线上',
    title: '办理方式',
    pointer: '/mode',
    words: { 线上: 'online', 线下: 'offline', 上门: 'on-site' },
    otherwise: 'online',
  },
  {
    key: 'urgency',
    example: '普通',
    title: '紧急程度',
    pointer: '/urgency',
    words: { 普通: 'normal', 加急: 'urgent' },
    otherwise: 'normal',
  },
  { key: 'wantedDate', title: '期望日期', pointer: '/wantedDate', hint: '日期，如 2026-12-01', example: '' },
  {
    key: 'institutionId',
    title: '指定机构编号',
    pointer: '/items/0/institutionId',
    hint: '指定机构时填写，与“由平台推荐”二选一',
    example: '',
  },
  {
    key: 'recommendedByPlatform',
    example: '是',
    title: '由平台推荐',
    pointer: '/items/0/recommendedByPlatform',
    words: YES_NO,
  },
  {
    key: 'enterpriseUscc',
    title: '统一社会信用代码',
    pointer: '/enterpriseUscc',
    hint: '代办时填写，企业自行申报不填',
    example: '',
  },
  { key: 'enterpriseName', title: '企业名称', pointer: '/enterpriseName', hint: '代办未注册企业时填写', example: '' },
];

/** The column that an error file adds; in a file that comes back it says nothing. */
export const ERROR_COLUMN = '错误说明';

/** People write brackets in either width. */
const plain = (name: string): string => name.replace(/\uFF08/g, '(').replace(/\uFF09/g, ')');

export function fixedColumn(name: string): FixedColumn | undefined {
  return FIXED_COLUMNS.find(({ key, title }) => key === name || title === plain(name));
}

/** Cells by the names of their columns; what stands beyond the header has none and is left out. */
export function cellsOf(header: readonly string[], cells: readonly string[]): RowCells {
  const named = header.map((name, i) => [name, cells[i] ?? ''] as const);
  return new Map(named.filter(([name, cell]) => name !== '' && name !== ERROR_COLUMN && cell !== ''));
}
