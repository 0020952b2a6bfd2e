import { useTexts, type Texts } from '../../i18n/use-texts.js';
import { Facts } from '../../components/facts.js';
import { partsOf, type DataPart } from './data-parts.js';

/** A domain's document to read: facts, tables for lists, groups for what belongs together. */
export function DataView({ data }: { data: Readonly<Record<string, unknown>> }) {
  const texts = useTexts();
  const parts = partsOf(data);
  const facts = parts.flatMap((part) =>
    part.kind === 'text' ? [[labelOf(part.name, texts), textOf(part.value, texts)] as const] : [],
  );
  return (
    <div className="form-view">
      {facts.length > 0 && <Facts facts={facts} />}
      {parts.map((part) => part.kind !== 'text' && <Section key={part.name} part={part} texts={texts} />)}
    </div>
  );
}

function Section({ part, texts }: { part: Exclude<DataPart, { kind: 'text' }>; texts: Texts }) {
  return (
    <div className="data-section">
      <h3>{labelOf(part.name, texts)}</h3>
      {part.kind === 'group' && <DataView data={part.value} />}
      {part.kind === 'groups' && part.rows.map((row, index) => <DataView key={index} data={row} />)}
      {part.kind === 'table' && <DataTable columns={part.columns} rows={part.rows} texts={texts} />}
    </div>
  );
}

interface TableProps {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly texts: Texts;
}

function DataTable({ columns, rows, texts }: TableProps) {
  return (
    <div className="scroll" tabIndex={0}>
      <table className="figures">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {labelOf(column, texts)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map((column) => (
                <td key={column}>{textOf(row[column], texts)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The field's name in words; one that nobody named is shown apart instead of run together. */
const labelOf = (name: string, { word }: Texts): string =>
  word(
    `data.${name}`,
    name
      .replace(/_/g, ' ')
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase(),
  );

function textOf(value: unknown, texts: Texts): string {
  if (value === undefined || value === null || value === '') return '—';
  if (typeof value === 'boolean') return texts.t(value ? 'state.yes' : 'state.no');
  if (Array.isArray(value)) return value.map((entry) => textOf(entry, texts)).join('、');
  if (typeof value === 'object') return localizedOrJson(value as Readonly<Record<string, unknown>>, texts);
  return texts.word(`value.${String(value)}`, String(value));
}

const localizedOrJson = (value: Readonly<Record<string, unknown>>, { language }: Texts): string =>
  'zh' in value && 'en' in value ? String(value[language]) : Object.values(value).map(String).join(' ');
