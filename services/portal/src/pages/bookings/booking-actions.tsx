import { Button } from 'antd';
import { useState } from 'react';
import { stepBooking, type Booking, type BookingStep } from '../../api/bookings.js';
import { useMe } from '../../app/me.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { TextInput } from '../../components/inputs.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { SlotText } from '../resources/slot-text.js';
import { stepsOf } from './steps-of.js';

interface Props {
  readonly booking: Booking;
  /** In a row of a list. */
  readonly small?: boolean;
}

/** The steps that the person may take with a booking now. */
export function BookingActions({ booking, small = false }: Props) {
  const { t } = useTexts();
  const me = useMe();
  const [step, setStep] = useState<BookingStep>();
  const steps = me ? stepsOf(booking, me) : [];
  if (steps.length === 0) return <span className="soft">{small ? '—' : t('ticket.noActions')}</span>;
  return (
    <span className="card-tags">
      {steps.map((candidate, index) => (
        <Button
          key={candidate}
          size={small ? 'small' : 'middle'}
          type={index === 0 && candidate !== 'cancel' ? 'primary' : 'default'}
          danger={candidate === 'cancel' || candidate === 'no-show'}
          onClick={() => setStep(candidate)}
        >
          {t(`bookingStep.${candidate}`)}
        </Button>
      ))}
      {step && <StepModal booking={booking} step={step} onClose={() => setStep(undefined)} />}
    </span>
  );
}

interface StepProps {
  readonly booking: Booking;
  readonly step: BookingStep;
  readonly onClose: () => void;
}

function StepModal({ booking, step, onClose }: StepProps) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const cancels = step === 'cancel';
  const take = useChange(
    () => stepBooking(booking.id, step, cancels ? { reason: reason.trim() } : {}, `"${booking.version}"`),
    { touches: [['bookings'], ['resources']], onDone: onClose },
  );
  return (
    <ActionModal
      open
      title={`${t(`bookingStep.${step}`)} ${booking.bookingNo}`}
      confirm={t(`bookingStep.${step}`)}
      danger={cancels || step === 'no-show'}
      disabled={cancels && reason.trim() === ''}
      mutation={take}
      onClose={onClose}
    >
      <p>
        {booking.booker.name} · <SlotText slot={booking} />
      </p>
      {cancels && (
        <TextInput
          id="cancel.reason"
          label={t('network.reason')}
          rows={2}
          value={reason}
          faults={faultsOf(take.error, 'cancel')}
          onChange={setReason}
        />
      )}
    </ActionModal>
  );
}
