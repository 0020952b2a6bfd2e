import type { BatchRow } from '../../api/batch.js';
import { DataTable } from '../../components/data-table.js';
import { useTexts } from '../../i18n/use-texts.js';

/** More nobody reads on a screen; the error file has them all. */
const SHOWN = 100;

/** What is wrong, by row and column. */
export function BatchFaults({ rows }: { rows: readonly BatchRow[] }) {
  const { t, name } = useTexts();
  const faults = rows.flatMap(({ row, faults: own = [] }) => own.map((fault, index) => ({ row, index, ...fault })));
  if (faults.length === 0) return null;
  return (
    <DataTable
      label={t('batch.faults')}
      rows={faults.slice(0, SHOWN)}
      keyOf={({ row, index }) => `${row}.${index}`}
      columns={[
        { title: t('batch.row'), cell: ({ row }) => row },
        { title: t('batch.column'), cell: ({ column }) => column || t('batch.wholeRow') },
        { title: t('batch.why'), cell: ({ detail }) => name(detail) },
      ]}
    />
  );
}
