import type { Standing, Ticket } from '../../api/tickets.js';
import { Facts, type Fact } from '../../components/facts.js';
import { Moment } from '../../components/moment.js';
import { hoursText, shareText } from '../../format/numbers.js';
import { useTexts, type Texts } from '../../i18n/use-texts.js';

/** What was used of the time, what happens next by itself, and how urgent the ticket has become. */
export function TicketStanding({ ticket }: { ticket: Ticket }) {
  const texts = useTexts();
  const { t } = texts;
  if (!ticket.standing) return null;
  return (
    <section className="panel">
      <h2>{t('standing.title')}</h2>
      <Facts
        facts={[
          [t('standing.priority'), <Priority key="priority" value={ticket.priority} />],
          ...factsOf(ticket.standing, texts),
        ]}
      />
    </section>
  );
}

function Priority({ value }: { value: number }) {
  const { t } = useTexts();
  return <span className={value > 0 ? 'tag tag-warn' : 'tag tag-plain'}>{t(`priority.${value}`)}</span>;
}

function factsOf({ clocks, nextTimer, standsFor }: Standing, { t, word, language }: Texts): Fact[] {
  const { usedMinutes, pausedMinutes, pausedShare } = clocks;
  return [
    [t('standing.used'), hoursText(usedMinutes, language)],
    [
      t('standing.paused'),
      pausedMinutes > 0 &&
        t('standing.pausedShare', {
          time: hoursText(pausedMinutes, language),
          share: shareText(pausedShare, language),
        }),
    ],
    [
      t('standing.next'),
      nextTimer && (
        <span key="next">
          {word(`timer.${rungOf(nextTimer)}`, nextTimer.kind)}
          {nextTimer.clock !== 'pause' && `（${word(`clock.${nextTimer.clock}`, nextTimer.clock)}）`}{' '}
          <Moment at={nextTimer.dueAt} full />
        </span>
      ),
    ],
    [t('standing.waits'), standsFor && word(`standsFor.${standsFor}`, word(`reason.${standsFor}`, standsFor))],
  ];
}

/** The timer of a return also says which return it is of. */
function rungOf({ clock, kind }: { clock: string; kind: string }): string {
  return clock === 'return' ? kind.replace(/-\d+$/, '') : kind;
}
