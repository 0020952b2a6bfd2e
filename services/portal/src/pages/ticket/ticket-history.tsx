import type { HistoryEntry } from '../../api/tickets.js';
import { Timeline } from '../../components/timeline.js';
import { useTexts, type Texts } from '../../i18n/use-texts.js';

export function TicketHistory({ history }: { history: readonly HistoryEntry[] }) {
  const texts = useTexts();
  const { t, word } = texts;
  const steps = [...history].reverse().map((entry, index) => ({
    key: String(history.length - index),
    at: entry.at,
    title: word(`ticketEvent.${entry.event}`, entry.event),
    detail: [entry.actor !== 'system' ? entry.actor : t('ticket.system'), ...detailsOf(entry, texts)].join(' · '),
  }));
  return <Timeline steps={steps} />;
}

/** Words of a person and codes with a meaning; times and numbers stand elsewhere on the page. */
function detailsOf({ detail: said }: HistoryEntry, { t, word }: Texts): string[] {
  const text = (name: string) => (typeof said[name] === 'string' && said[name] !== '' ? [said[name]] : []);
  const missing = Array.isArray(said['missing']) ? [t('ticket.missing', { what: said['missing'].join(';') })] : [];
  return [
    ...text('reasonCode').map((code) => word(`reason.${code}`, code)),
    ...text('clock').map((clock) => word(`clock.${clock}`, clock)),
    ...(said['fromNodeCode'] ? [`${String(said['fromNodeCode'])} → ${String(said['toNodeCode'])}`] : []),
    ...text('assignee'),
    ...text('reason'),
    ...text('message'),
    ...text('note'),
    ...text('resolution'),
    ...missing,
  ];
}
