import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listInstitutionsFor } from '../../api/institutions.js';
import { overrideTicket, placeTicket } from '../../api/triage.js';
import type { Ticket } from '../../api/tickets.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoiceInput, TextInput } from '../../components/inputs.js';
import { NodeChoice } from '../../components/node-choice.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly ticket: Ticket;
  /** Against the router, for a ticket that is not in triage. */
  readonly overriding?: boolean;
  readonly onClose: () => void;
}

/** Gives the ticket to an office, an institution, or both; the law's filters hold for people too. */
export function PlaceForm({ ticket, overriding = false, onClose }: Props) {
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
      (overriding ? overrideTicket : placeTicket)(
        ticket.id,
        { ...(nodeCode && { nodeCode }), ...(institutionId && { institutionId }), reason: reason.trim() },
        `"${ticket.version}"`,
      ),
    { touches: [['triage'], ['tickets'], ['ticket', ticket.id]], onDone: onClose },
  );
  const faults = faultsOf(place.error, 'place');
  const title = t(overriding ? 'override.title' : 'triage.place');
  const mayNameBody = (ticket.acceptedAt === undefined || ticket.jobId !== undefined) && institutions.length > 0;
  return (
    <ActionModal
      open
      title={`${title}：${name(ticket.serviceName)}`}
      confirm={title}
      disabled={reason.trim() === '' || (!nodeCode && !institutionId)}
      mutation={place}
      onClose={onClose}
    >
      <p>{t(overriding ? 'override.explain' : 'triage.placeExplain')}</p>
      <NodeChoice
        id="place.nodeCode"
        label={t('triage.office')}
        hint={t(overriding ? 'override.officeHint' : 'triage.officeHint')}
        optional
        except={overriding ? ticket.nodeCode : undefined}
        value={nodeCode}
        faults={faults}
        onChange={setNodeCode}
      />
      {mayNameBody && (
        <ChoiceInput
          id="place.institutionId"
          label={t('request.institution')}
          optional
          value={institutionId}
          options={institutions
            .filter(({ id }) => id !== ticket.institutionId)
            .map((institution) => ({ value: institution.id, label: institution.name }))}
          faults={faults}
          onChange={setInstitutionId}
        />
      )}
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
