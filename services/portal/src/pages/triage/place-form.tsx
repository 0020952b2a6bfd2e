import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listInstitutionsFor } from '../../api/institutions.js';
import { placeTicket } from '../../api/triage.js';
import type { Ticket } from '../../api/tickets.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoiceInput, TextInput } from '../../components/inputs.js';
import { NodeChoice } from '../../components/node-choice.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly ticket: Ticket;
  readonly onClose: () => void;
}

/** Gives the ticket to an office, an institution, or both; the law's filters hold for people too. */
export function PlaceForm({ ticket, onClose }: Props) {
  const { t, name } = useTexts();
  const [nodeCode, setNodeCode] = useState('');
  const [institutionId, setInstitutionId] = useState('');
  const [reason, setReason] = useState('');
  const { data: institutions = [] } = useQuery({
    queryKey: ['institutions', 'for', ticket.serviceCode],
    queryFn: () => listInstitutionsFor(ticket.serviceCode),
  });
  const place = useChange(
    () =>
      placeTicket(
        ticket.id,
        { ...(nodeCode && { nodeCode }), ...(institutionId && { institutionId }), reason: reason.trim() },
        `"${ticket.version}"`,
      ),
    { touches: [['triage'], ['tickets'], ['ticket', ticket.id]], onDone: onClose },
  );
  const faults = faultsOf(place.error, 'place');
  return (
    <ActionModal
      open
      title={`${t('triage.place')}：${name(ticket.serviceName)}`}
      confirm={t('triage.place')}
      disabled={reason.trim() === '' || (!nodeCode && !institutionId)}
      mutation={place}
      onClose={onClose}
    >
      <p>{t('triage.placeExplain')}</p>
      <NodeChoice
        id="place.nodeCode"
        label={t('triage.office')}
        hint={t('triage.officeHint')}
        optional
        value={nodeCode}
        faults={faults}
        onChange={setNodeCode}
      />
      <ChoiceInput
        id="place.institutionId"
        label={t('request.institution')}
        optional
        value={institutionId}
        options={institutions.map((institution) => ({ value: institution.id, label: institution.name }))}
        faults={faults}
        onChange={setInstitutionId}
      />
      <TextInput
        id="place.reason"
        label={t('network.reason')}
        rows={2}
        value={reason}
        faults={faults}
        onChange={setReason}
      />
    </ActionModal>
  );
}
