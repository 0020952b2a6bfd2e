type Fields = Readonly<Record<string, unknown>>;

/** A part of a domain's document by its shape. */
export type DataPart =
  | { readonly kind: 'text'; readonly name: string; readonly value: unknown }
  | { readonly kind: 'group'; readonly name: string; readonly value: Fields }
  | {
      readonly kind: 'table';
      readonly name: string;
      readonly columns: readonly string[];
      readonly rows: readonly Fields[];
    }
  | { readonly kind: 'groups'; readonly name: string; readonly rows: readonly Fields[] };

/** More columns than this are read better as groups. */
const WIDEST_TABLE = 8;

/** A document in parts that a page can show without knowing the domain. Empty fields are left out. */
export const partsOf = (data: Fields): readonly DataPart[] =>
  Object.entries(data)
    .filter(([, value]) => !isEmpty(value))
    .map(([name, value]) => partOf(name, value));

function partOf(name: string, value: unknown): DataPart {
  if (isFields(value)) return isLocalized(value) ? { kind: 'text', name, value } : { kind: 'group', name, value };
  if (!Array.isArray(value) || !value.every(isFields)) return { kind: 'text', name, value };
  const columns = [...new Set(value.flatMap((row) => Object.keys(row)))];
  const flat = value.every((row) => Object.values(row).every(isFlat));
  return flat && columns.length <= WIDEST_TABLE
    ? { kind: 'table', name, columns, rows: value }
    : { kind: 'groups', name, rows: value };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLocalized = (value: Fields): boolean => 'zh' in value && 'en' in value;

const isFlat = (value: unknown): boolean =>
  Array.isArray(value) ? value.every((entry) => typeof entry !== 'object') : !isFields(value) || isLocalized(value);

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
