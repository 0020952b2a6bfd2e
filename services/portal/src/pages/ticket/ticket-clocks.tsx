import type { ClockReading, ClockSegment, Ticket } from '../../api/tickets.js';
import { DataTable } from '../../components/data-table.js';
import { Moment } from '../../components/moment.js';
import { Timeline } from '../../components/timeline.js';
import { useNodeName } from '../../components/use-node-name.js';
import { hoursText } from '../../format/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';

const TONES: Record<ClockReading['state'], string> = {
  waiting: 'plain',
  running: 'brand',
  paused: 'warn',
  stopped: 'plain',
};

/** Every clock of the ticket, and the stretches of time that they are all counted from. */
export function TicketClocks({ ticket: { clocks = [], segments = [] } }: { ticket: Ticket }) {
  const { t, language } = useTexts();
  const nameOf = useClockName();
  if (clocks.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('clocks.title')}</h2>
      <DataTable
        label={t('clocks.title')}
        rows={clocks}
        keyOf={({ name, stage, startedAt }) => [name, stage, startedAt].join('/')}
        columns={[
          { title: t('clocks.name'), cell: nameOf },
          { title: t('clocks.state'), cell: ({ state }) => <State state={state} /> },
          { title: t('clocks.due'), cell: (clock) => <Due clock={clock} /> },
          { title: t('clocks.used'), cell: ({ usedMinutes }) => hoursText(usedMinutes, language) },
          {
            title: t('standing.paused'),
            cell: ({ pausedMinutes }) => (pausedMinutes > 0 ? hoursText(pausedMinutes, language) : '—'),
          },
        ]}
      />
      <details className="more-facts">
        <summary>{t('clocks.segments', { count: segments.length })}</summary>
        <Segments segments={segments} />
      </details>
    </section>
  );
}

function useClockName(): (clock: ClockReading) => string {
  const { t, word } = useTexts();
  return ({ name, stage }) =>
    name === 'stage' && stage
      ? t('clocks.stage', { status: word(`status.ticket.${stage}`, stage) })
      : word(`clock.${name}`, name);
}

function State({ state }: Pick<ClockReading, 'state'>) {
  const { t } = useTexts();
  return <span className={`tag tag-${TONES[state]}`}>{t(`clockState.${state}`)}</span>;
}

function Due({ clock: { name, state, dueAt, estimated } }: { clock: ClockReading }) {
  const { t } = useTexts();
  if (!dueAt) return <span className="soft">{name === 'stage' || state === 'waiting' ? '—' : t('clocks.none')}</span>;
  return (
    <>
      <Moment at={dueAt} full /> {estimated && <small className="soft">{t('clocks.estimated')}</small>}
    </>
  );
}

function Segments({ segments }: { segments: readonly ClockSegment[] }) {
  const { t, word } = useTexts();
  const nodeName = useNodeName();
  return (
    <Timeline
      steps={[...segments].reverse().map(({ state, cause, actor, from, office }) => ({
        key: `${from}/${cause}`,
        at: from,
        title: `${t(`segmentState.${state}`)} · ${word(`segmentCause.${cause}`, cause)}`,
        detail: [actor === 'system' ? t('ticket.system') : actor, office && nodeName(office)]
          .filter(Boolean)
          .join(' · '),
      }))}
    />
  );
}
