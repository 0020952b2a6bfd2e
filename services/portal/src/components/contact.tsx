import { Button, Input } from 'antd';
import { useState } from 'react';
import { viewContact, type ContactOf, type OpenContact } from '../api/contacts.js';
import { can } from '../api/roles.js';
import { useMe } from '../app/me.js';
import { useTexts } from '../i18n/use-texts.js';
import { ActionModal } from './action-modal.js';
import { Field } from './field.js';
import { useChange } from './use-change.js';

interface Props extends OpenContact {
  readonly of: ContactOf;
}

/** Whom to call. A masked number is shown in full to those who call it, once they have said why. */
export function Contact({ name, phone, of }: Props) {
  const { t } = useTexts();
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const view = useChange(() => viewContact(of, reason.trim()), { touches: [], onDone: () => setAsking(false) });
  const known = view.data?.phone ?? phone;
  const masked = known.includes('*');
  return (
    <>
      {name} {masked ? known : <a href={`tel:${known}`}>{known}</a>}
      {masked && can(me?.roles, 'contact') && (
        <Button size="small" type="link" onClick={() => setAsking(true)}>
          {t('contact.show')}
        </Button>
      )}
      <ActionModal
        open={asking}
        title={t('contact.title')}
        confirm={t('contact.show')}
        disabled={!reason.trim()}
        mutation={view}
        onClose={() => setAsking(false)}
      >
        <Field id="contact.reason" label={t('contact.reason')} hint={t('contact.onRecord')} faults={[]}>
          <Input
            id="contact.reason"
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      </ActionModal>
    </>
  );
}
