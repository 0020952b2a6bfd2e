import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { createView } from '../../api/queue.js';
import type { Me } from '../../api/session.js';
import { queryOf, type TicketFilters } from '../../api/ticket-filters.js';
import { ActionModal } from '../../components/action-modal.js';
import { Field } from '../../components/field.js';
import { useCreation } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly filters: TicketFilters;
  readonly me: Me;
  readonly onClose: () => void;
}

export function SaveView({ filters, me, onClose }: Props) {
  const { t } = useTexts();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = useCreation(() => ({ name: name.trim(), filter: queryOf(filters), shared }), createView, {
    touches: [['tickets', 'views']],
    onDone: onClose,
  });
  return (
    <ActionModal
      open
      title={t('views.saveTitle')}
      confirm={t('views.saveConfirm')}
      disabled={name.trim() === ''}
      mutation={save}
      onClose={onClose}
    >
      <Field id="view.name" label={t('views.name')}>
        <Input id="view.name" maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      {me.roles.some((role) => role === 'lead' || role === 'dispatcher') && (
        <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
          {t('views.share')}
        </Checkbox>
      )}
    </ActionModal>
  );
}
