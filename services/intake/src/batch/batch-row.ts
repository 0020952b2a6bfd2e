import { pointerTo, type Fault } from '../faults/fault.js';
import { FIXED_COLUMNS, fixedColumn, type JsonValue, type RowCells } from './batch-columns.js';
import type { FormColumn } from './form-columns.js';

type Tree = Record<string, unknown>;

/** A row as the body of a filing, of no known shape yet, with the columns that do not belong to its service. */
export interface RowBody {
  readonly body: unknown;
  readonly foreign: readonly string[];
}

/** Puts every cell where it belongs. Cells that are no number stay texts: the form then says what it wants. */
export function bodyOfRow(cells: RowCells, columns: readonly FormColumn[]): RowBody {
  const body: Tree = { items: [{ form: {} }], contact: {} };
  const foreign: string[] = [];
  for (const { pointer, otherwise } of FIXED_COLUMNS) {
    if (otherwise !== undefined) put(body, stepsOf(pointer), otherwise);
  }
  for (const [name, cell] of cells) {
    const fixed = fixedColumn(name);
    const field = fixed ? undefined : columns.find(({ key, title }) => key === name || title === name);
    if (fixed) put(body, stepsOf(fixed.pointer), fixed.words?.[cell] ?? cell);
    else if (field) put(body, ['items', 0, 'form', ...field.path], valueOf(cell, field));
    else foreign.push(name);
  }
  return { body, foreign };
}

/** The column to blame for a fault, as the file calls it where it has one; empty for the row as a whole. */
export function columnOf(pointer: string, header: readonly string[], columns: readonly FormColumn[]): string {
  const fixed = FIXED_COLUMNS.find((column) => column.pointer === pointer);
  if (fixed) return header.find((name) => fixedColumn(name) === fixed) ?? fixed.title;
  const key = formKeyOf(pointer);
  const field = columns.find((column) => column.key === key);
  if (!field) return key;
  return header.find((name) => name === field.key || name === field.title) ?? field.title;
}

export function foreignColumn(name: string, serviceCode: string): Fault {
  const text = {
    zh: `事项 ${serviceCode || '(未填)'} 没有“${name}”这一栏`,
    en: `Service ${serviceCode || '(none)'} has no column "${name}"`,
  };
  return { code: 'BATCH.FOREIGN_COLUMN', pointer: pointerTo('/items/0/form', name), text };
}

const formKeyOf = (pointer: string): string =>
  pointer
    .replace(/^\/items\/0(\/form)?\/?/, '')
    .replace(/^\//, '')
    .split('/')
    .filter((step) => !/^\d+$/.test(step))
    .join('.')
    .replace(/~1/g, '/')
    .replace(/~0/g, '~');

const stepsOf = (pointer: string): (string | 0)[] =>
  pointer
    .slice(1)
    .split('/')
    .map((step) => (step === '0' ? 0 : step));

function valueOf(cell: string, { type, words }: FormColumn): JsonValue {
  if (type === 'list') return cell.split(/[;\uFF1B\u3001]/).flatMap((part) => part.trim() || []);
  if (type === 'number') return /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;
  return words[cell] ?? cell;
}

function put(tree: Tree, [step = '', ...rest]: readonly (string | 0)[], value: unknown): void {
  if (rest.length === 0) {
    tree[step] = value;
    return;
  }
  tree[step] ??= rest[0] === 0 ? [] : {};
  put(tree[step] as Tree, rest, value);
}
