import { Button } from 'antd';
import { useState } from 'react';
import type { Ticket } from '../../api/tickets.js';
import { useCan } from '../../app/me.js';
import { useTexts } from '../../i18n/use-texts.js';
import { PlaceForm } from '../triage/place-form.js';

const OPEN: readonly Ticket['status'][] = ['ROUTED', 'ACCEPTED', 'IN_PROGRESS', 'PAUSED', 'RETURNED'];

/** A person's word against the router's; what waits in triage is placed there. */
export function TicketOverride({ ticket }: { ticket: Ticket }) {
  const { t } = useTexts();
  const mayOverride = useCan('override');
  const [overriding, setOverriding] = useState(false);
  const isPossible = OPEN.includes(ticket.status) && ticket.triage === undefined;
  if (!mayOverride || !isPossible) return null;
  return (
    <section className="panel">
      <h2>{t('override.title')}</h2>
      <Button block onClick={() => setOverriding(true)}>
        {t('override.button')}
      </Button>
      {overriding && <PlaceForm ticket={ticket} overriding onClose={() => setOverriding(false)} />}
    </section>
  );
}
