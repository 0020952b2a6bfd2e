import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listScope, type ScopeRow } from '../../api/institutions.js';
import { QueryView } from '../../components/query-view.js';
import { useTexts, type Texts } from '../../i18n/use-texts.js';

interface Props {
  readonly institutionId: string;
  readonly serviceCode: string;
  readonly count: number;
}

/** What exactly the body may do within a service, read once somebody wants to see it. */
export function ScopeRows({ institutionId, serviceCode, count }: Props) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <details className="more-facts" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('capability.scopeRows', { count })}</summary>
      {open && <Rows institutionId={institutionId} serviceCode={serviceCode} />}
    </details>
  );
}

function Rows({ institutionId, serviceCode }: Omit<Props, 'count'>) {
  const texts = useTexts();
  const query = useQuery({
    queryKey: ['institutions', 'scope', institutionId, serviceCode],
    queryFn: () => listScope(institutionId, serviceCode),
  });
  return (
    <QueryView query={query} lines={2}>
      {(rows) => (
        <ul>
          {rows.map((row, index) => (
            <li key={index}>{rowText(row, texts)}</li>
          ))}
        </ul>
      )}
    </QueryView>
  );
}

function rowText({ object, range, uncertainty, parameter, method, methodReplacedBy }: ScopeRow, { t }: Texts): string {
  return [
    object,
    parameter,
    range && `${range.low}–${range.high} ${range.unit}`,
    uncertainty && `U=${uncertainty.value} ${uncertainty.unit} (k=${uncertainty.k})`,
    method,
    methodReplacedBy && methodReplacedBy.length > 0 && t('capability.replaced', { by: methodReplacedBy.join('、') }),
  ]
    .filter(Boolean)
    .join(' · ');
}
