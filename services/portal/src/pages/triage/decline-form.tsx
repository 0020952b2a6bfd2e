import { useState } from 'react';
import { declineTicket, TRIAGE_DECLINE_REASONS } from '../../api/triage.js';
import type { Ticket } from '../../api/tickets.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoiceInput, TextInput } from '../../components/inputs.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly ticket: Ticket;
  readonly onClose: () => void;
}

/** Ends what truly nobody can serve; the enterprise reads why. */
export function DeclineForm({ ticket, onClose }: Props) {
  const { t, name } = useTexts();
  const [reasonCode, setReasonCode] = useState('');
  const [text, setText] = useState('');
  const decline = useChange(() => declineTicket(ticket.id, { reasonCode, text: text.trim() }, `"${ticket.version}"`), {
    touches: [['triage'], ['tickets'], ['ticket', ticket.id]],
    onDone: onClose,
  });
  const faults = faultsOf(decline.error, 'decline');
  return (
    <ActionModal
      open
      title={`${t('triage.decline')}：${name(ticket.serviceName)}`}
      confirm={t('triage.decline')}
      danger
      disabled={reasonCode === '' || text.trim() === ''}
      mutation={decline}
      onClose={onClose}
    >
      <p>{t('triage.declineExplain')}</p>
      <ChoiceInput
        id="decline.reasonCode"
        label={t('network.reason')}
        value={reasonCode}
        options={TRIAGE_DECLINE_REASONS.map((value) => ({ value, label: t(`triageDecline.${value}`) }))}
        faults={faults}
        onChange={setReasonCode}
      />
      <TextInput id="decline.text" label={t('triage.told')} rows={3} value={text} faults={faults} onChange={setText} />
    </ActionModal>
  );
}
