import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { listSlots, type Resource, type Slot } from '../../api/resources.js';
import { useCan } from '../../app/me.js';
import { QueryView } from '../../components/query-view.js';
import { chinaDay, chinaInstant, clockText, moveDay } from '../../format/times.js';
import { useTexts } from '../../i18n/use-texts.js';
import { BookingForm } from './booking-form.js';

const route = getRouteApi('/resources/$id');

/** Bookings are taken so far ahead. */
const AHEAD_DAYS = 90;
const MOST_STEPS = 8;

/** The free slots of one day in the wanted length; choosing one leads to its booking. */
export function SlotPicker({ resource }: { resource: Resource }) {
  const { t, language } = useTexts();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const mayBook = useCan('book');
  const [chosen, setChosen] = useState<Slot>();
  const { id, slotMinutes, earliestSlot } = resource;
  const today = chinaDay(new Date());
  const day = search.day ?? chinaDay(earliestSlot ? new Date(earliestSlot.start) : new Date());
  const minutes = Math.max(1, Math.ceil((search.minutes ?? slotMinutes) / slotMinutes)) * slotMinutes;
  const frame = { from: chinaInstant(`${day}T00:00`), until: chinaInstant(`${moveDay(day, 1)}T00:00`), minutes };
  const query = useQuery({ queryKey: ['resources', 'slots', id, frame], queryFn: () => listSlots(id, frame) });
  const change = (changes: object) => void navigate({ search: { ...search, ...changes }, replace: true });
  return (
    <section className="panel">
      <h2>{t('slots.title')}</h2>
      <div className="filters">
        <div className="filter">
          <label htmlFor="slots-day">{t('overview.day')}</label>
          <input
            id="slots-day"
            type="date"
            className="field"
            value={day}
            min={today}
            max={moveDay(today, AHEAD_DAYS)}
            onChange={(event) => event.target.value && change({ day: event.target.value })}
          />
        </div>
        <div className="filter">
          <label htmlFor="slots-length">{t('resource.length')}</label>
          <select
            id="slots-length"
            className="field"
            value={minutes}
            onChange={(event) => change({ minutes: Number(event.target.value) })}
          >
            {Array.from({ length: MOST_STEPS }, (_, step) => (step + 1) * slotMinutes).map((length) => (
              <option key={length} value={length}>
                {t('slots.minutes', { count: length })}
              </option>
            ))}
          </select>
        </div>
        <Button disabled={day <= today} onClick={() => change({ day: moveDay(day, -1) })}>
          {t('slots.dayBefore')}
        </Button>
        <Button onClick={() => change({ day: moveDay(day, 1) })}>{t('slots.dayAfter')}</Button>
      </div>
      <div className="slots">
        <QueryView query={query} lines={2}>
          {({ items, more }) =>
            items.length === 0 ? (
              <p className="soft" role="status">
                {t('slots.none')}
              </p>
            ) : (
              <>
                <ul aria-label={t('slots.free', { day })}>
                  {items.map((slot) => (
                    <li key={slot.start}>
                      <button type="button" className="slot number" disabled={!mayBook} onClick={() => setChosen(slot)}>
                        {clockText(slot.start, language)}–{clockText(slot.end, language)}
                      </button>
                    </li>
                  ))}
                </ul>
                {items.some(({ estimated }) => estimated) && <p className="soft">{t('slots.estimated')}</p>}
                {more && <p className="soft">{t('slots.more')}</p>}
              </>
            )
          }
        </QueryView>
      </div>
      {!mayBook && <p className="soft">{t('slots.mayNotBook')}</p>}
      {chosen && (
        <BookingForm
          resource={resource}
          slot={chosen}
          ticketId={search.ticketId}
          onClose={() => setChosen(undefined)}
        />
      )}
    </section>
  );
}
