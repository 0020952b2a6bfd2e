import type { Escalation, Ticket } from '../../api/tickets.js';
import { Timeline } from '../../components/timeline.js';
import { useNodeName } from '../../components/use-node-name.js';
import { useTexts } from '../../i18n/use-texts.js';

/** The rungs of the escalation ladder that fired, newest first; nothing for a ticket that never was late. */
export function TicketEscalations({ ticket: { escalations = [] } }: { ticket: Ticket }) {
  const { t, word } = useTexts();
  const nodeName = useNodeName();
  if (escalations.length === 0) return null;
  const outcome = ({ outcome: came, stayedFor, toNodeCode }: Escalation): string =>
    [
      word(`rungOutcome.${came}`, came),
      stayedFor && word(`stayedFor.${stayedFor}`, stayedFor),
      toNodeCode && nodeName(toNodeCode),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <section className="panel">
      <h2>{t('escalations.title')}</h2>
      <Timeline
        steps={[...escalations].reverse().map((escalation) => ({
          key: `${escalation.clock}/${escalation.rung}/${escalation.at}`,
          at: escalation.at,
          title: `${word(`clock.${escalation.clock}`, escalation.clock)}：${word(`timer.${escalation.rung}`, escalation.rung)}`,
          detail: t('escalations.detail', {
            act: word(`rungAct.${escalation.act}`, escalation.act),
            audience: word(`audience.${escalation.audience}`, escalation.audience),
            outcome: outcome(escalation),
          }),
        }))}
      />
    </section>
  );
}
