import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { draftReferral, listReferrals } from '../../api/referrals.js';
import type { Ticket } from '../../api/tickets.js';
import { useCan } from '../../app/me.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { NumberInput, TextInput } from '../../components/inputs.js';
import { useCreation } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { OfficesInput } from '../referrals/offices-input.js';
import { ReferralTag } from '../referrals/referral-tag.js';

/** Before it is accepted and after it ended nobody may ask others for help with it. */
const OPEN: readonly Ticket['status'][] = ['ACCEPTED', 'IN_PROGRESS', 'PAUSED'];

/** What other offices do for this ticket, and how to ask one. */
export function TicketReferrals({ ticket }: { ticket: Ticket }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const mayAsk = useCan('referral-work') && OPEN.includes(ticket.status);
  const { data } = useQuery({
    queryKey: ['referrals', { ticketId: ticket.id }],
    queryFn: () => listReferrals({ ticketId: ticket.id }),
  });
  const referrals = data?.items ?? [];
  if (referrals.length === 0 && !mayAsk) return null;
  return (
    <section className="panel">
      <h2>{t('referral.ofTicket')}</h2>
      <ul className="plain-list">
        {referrals.map((referral) => (
          <li key={referral.id}>
            <Link to="/referrals/$id" params={{ id: referral.id }}>
              {referral.purpose}
            </Link>{' '}
            <ReferralTag referral={referral} />
          </li>
        ))}
      </ul>
      {mayAsk && <Button onClick={() => setAsking(true)}>{t('referral.ask')}</Button>}
      {asking && <AskForm ticket={ticket} onClose={() => setAsking(false)} />}
    </section>
  );
}

const USUAL_DAYS = 5;
const MOST_DAYS = 60;

function AskForm({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [purpose, setPurpose] = useState('');
  const [limitDays, setLimitDays] = useState<number | undefined>(USUAL_DAYS);
  const [candidates, setCandidates] = useState<readonly string[]>([]);
  const draft = useCreation(
    () => ({
      ticketId: ticket.id,
      purpose: purpose.trim(),
      limitDays: limitDays ?? USUAL_DAYS,
      ...(candidates.length > 0 && { candidates }),
    }),
    draftReferral,
    {
      touches: [['referrals']],
      onDone: ({ id }) => void navigate({ to: '/referrals/$id', params: { id } }),
    },
  );
  const faults = faultsOf(draft.error, 'ask');
  return (
    <ActionModal
      open
      title={t('referral.ask')}
      confirm={t('referral.draft')}
      disabled={purpose.trim() === '' || limitDays === undefined}
      mutation={draft}
      onClose={onClose}
    >
      <TextInput
        id="ask.purpose"
        label={t('referral.purpose')}
        rows={3}
        max={1_000}
        value={purpose}
        faults={faults}
        onChange={setPurpose}
      />
      <NumberInput
        id="ask.limitDays"
        label={t('referral.limit')}
        value={limitDays}
        min={1}
        max={MOST_DAYS}
        faults={faults}
        onChange={setLimitDays}
      />
      <OfficesInput
        id="ask.candidates"
        except={ticket.nodeCode}
        value={candidates}
        faults={faults}
        onChange={setCandidates}
      />
    </ActionModal>
  );
}
