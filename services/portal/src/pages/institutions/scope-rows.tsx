import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { listScope, type Capability } from '../../api/institutions.js';
import { QueryView } from '../../components/query-view.js';
import { useTexts } from '../../i18n/use-texts.js';
import { SCOPE_FIELDS } from './scope-answers.js';
import { ScopeForm } from './scope-form.js';
import { scopeText } from './scope-text.js';

interface Props {
  readonly institutionId: string;
  readonly capability: Capability;
  readonly mayEdit: boolean;
  readonly etag?: string;
}

/** What exactly the body may do within a service, read once somebody wants to see it. */
export function ScopeRows({ institutionId, capability, mayEdit, etag }: Props) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const { scopeRows: count = 0, domain } = capability;
  const editable = mayEdit && SCOPE_FIELDS[domain] !== undefined;
  if (count === 0 && !editable) return null;
  return (
    <details className="more-facts" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{count > 0 ? t('capability.scopeRows', { count }) : t('scope.unlimited')}</summary>
      {open && <Rows institutionId={institutionId} capability={capability} mayEdit={editable} etag={etag} />}
    </details>
  );
}

function Rows({ institutionId, capability: { serviceCode, domain }, mayEdit, etag }: Props) {
  const texts = useTexts();
  const [editing, setEditing] = useState(false);
  const query = useQuery({
    queryKey: ['institutions', 'scope', institutionId, serviceCode],
    queryFn: () => listScope(institutionId, serviceCode),
  });
  const close = () => setEditing(false);
  return (
    <QueryView query={query} lines={2}>
      {(rows) => (
        <>
          <ul>
            {rows.map((row, index) => (
              <li key={index}>{scopeText(row, texts)}</li>
            ))}
          </ul>
          {mayEdit && (
            <Button size="small" onClick={() => setEditing(true)}>
              {texts.t('scope.edit')}
            </Button>
          )}
          {editing && <ScopeForm {...{ institutionId, serviceCode, domain, rows, etag }} onClose={close} />}
        </>
      )}
    </QueryView>
  );
}
