import { useQuery } from '@tanstack/react-query';
import type { Ticket } from '../../api/tickets.js';
import { AttachedMaterials } from '../../components/attached-materials.js';
import { useTexts } from '../../i18n/use-texts.js';
import { requestQuery } from '../requests/request-queries.js';

/** What came with the ticket's item; nothing is shown where nothing came. */
export function TicketMaterials({ ticket }: { ticket: Ticket }) {
  const { t } = useTexts();
  const { data } = useQuery(requestQuery(ticket.requestId));
  const materials = data?.value.items.find(({ id }) => id === ticket.itemId)?.materials ?? [];
  if (materials.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('material.title')}</h2>
      <AttachedMaterials materials={materials} />
    </section>
  );
}
