import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { requestBooking } from '../../api/bookings.js';
import type { Resource, Slot } from '../../api/resources.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { TextInput } from '../../components/inputs.js';
import { useCreation } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { SlotText } from './slot-text.js';

interface Props {
  readonly resource: Resource;
  readonly slot: Slot;
  /** Ticket it serves; it is cancelled with it. */
  readonly ticketId?: string;
  readonly onClose: () => void;
}

/** Asks the owner for a slot. Somebody may be faster: then the service says so and the slots are read again. */
export function BookingForm({ resource, slot, ticketId, onClose }: Props) {
  const { t, name } = useTexts();
  const navigate = useNavigate();
  const [purpose, setPurpose] = useState('');
  const book = useCreation(
    () => ({
      resourceId: resource.id,
      start: slot.start,
      end: slot.end,
      purpose: purpose.trim(),
      ...(ticketId && { ticketId }),
    }),
    requestBooking,
    {
      touches: [['resources'], ['bookings']],
      onDone: ({ id }) => void navigate({ to: '/bookings/$id', params: { id } }),
    },
  );
  return (
    <ActionModal
      open
      title={t('booking.book')}
      confirm={t('booking.send')}
      disabled={purpose.trim() === ''}
      mutation={book}
      onClose={onClose}
    >
      <p>
        {name(resource.name)}
        <br />
        <strong>
          <SlotText slot={slot} />
        </strong>
      </p>
      <TextInput
        id="booking.purpose"
        label={t('booking.purpose')}
        hint={t('booking.purposeHint')}
        rows={3}
        value={purpose}
        faults={faultsOf(book.error, 'booking')}
        onChange={setPurpose}
      />
    </ActionModal>
  );
}
