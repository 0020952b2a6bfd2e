import { useQuery } from '@tanstack/react-query';
import { readUtilisation } from '../../api/resources.js';
import { QueryView } from '../../components/query-view.js';
import { hoursText, shareText } from '../../format/numbers.js';
import { chinaDay, chinaInstant, moveDay } from '../../format/times.js';
import { useTexts } from '../../i18n/use-texts.js';

const DAYS = 30;

/** How much of its open time was promised and used: the last days, and the coming ones. */
export function UtilisationPanel({ id }: { id: string }) {
  const { t } = useTexts();
  const today = chinaDay(new Date());
  return (
    <section className="panel">
      <h2>{t('utilisation.title')}</h2>
      <Period id={id} title={t('utilisation.past', { days: DAYS })} from={moveDay(today, -DAYS)} until={today} />
      <Period id={id} title={t('utilisation.coming', { days: DAYS })} from={today} until={moveDay(today, DAYS)} />
    </section>
  );
}

function Period({ id, title, from, until }: { id: string; title: string; from: string; until: string }) {
  const { t, language } = useTexts();
  const query = useQuery({
    queryKey: ['resources', 'utilisation', id, from, until],
    queryFn: () => readUtilisation(id, chinaInstant(`${from}T00:00`), chinaInstant(`${until}T00:00`)),
  });
  return (
    <div className="utilisation">
      <h3>{title}</h3>
      <QueryView query={query} lines={1}>
        {({ availableMinutes, bookedMinutes, usedMinutes }) => {
          const share = (minutes: number) => (availableMinutes > 0 ? minutes / availableMinutes : 0);
          return (
            <>
              <span className="use-bar" aria-hidden>
                <span className="use-booked" style={{ width: `${share(bookedMinutes) * 100}%` }} />
                <span className="use-used" style={{ width: `${share(usedMinutes) * 100}%` }} />
              </span>
              <p className="soft">
                {t('utilisation.text', {
                  booked: shareText(share(bookedMinutes), language),
                  used: shareText(share(usedMinutes), language),
                  open: hoursText(availableMinutes, language),
                })}
              </p>
            </>
          );
        }}
      </QueryView>
    </div>
  );
}
