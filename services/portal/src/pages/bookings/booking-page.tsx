import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { readBooking, type Booking } from '../../api/bookings.js';
import { useCan } from '../../app/me.js';
import { Facts } from '../../components/facts.js';
import { Moment } from '../../components/moment.js';
import { Page } from '../../components/page.js';
import { QueryView } from '../../components/query-view.js';
import { Timeline } from '../../components/timeline.js';
import { yuanText } from '../../format/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';
import { SlotText } from '../resources/slot-text.js';
import { BookingActions } from './booking-actions.js';
import { BookingTag } from './booking-tag.js';
import { ResourceName } from './resource-name.js';

const route = getRouteApi('/bookings/$id');

/** One booking, what can be done with it and what became of it. */
export function BookingPage() {
  const { t } = useTexts();
  const { id } = route.useParams();
  const query = useQuery({ queryKey: ['bookings', 'one', id], queryFn: () => readBooking(id) });
  const booking = query.data?.value;
  return (
    <Page
      title={booking ? t('booking.one', { number: booking.bookingNo }) : t('booking.title')}
      lead={booking && <BookingTag status={booking.status} />}
      back={{ to: '/bookings', text: t('nav.bookings') }}
      narrow
    >
      <QueryView query={query} lines={6}>
        {({ value }) => (
          <>
            <section className="panel">
              <BookingFacts booking={value} />
              <div className="form-foot">
                <BookingActions booking={value} />
              </div>
            </section>
            <section className="panel">
              <h2>{t('booking.history')}</h2>
              <Timeline
                steps={[...(value.history ?? [])].reverse().map(({ at, status, actor, reason }) => ({
                  key: `${at}/${status}`,
                  at,
                  title: t(`bookingStatus.${status}`),
                  detail: [actor === 'system' ? t('ticket.system') : actor, reason].filter(Boolean).join(' · '),
                }))}
              />
            </section>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function BookingFacts({ booking }: { booking: Booking }) {
  const { t, language } = useTexts();
  const seesTickets = useCan('queue');
  const { resourceId, booker, purpose, feeFen, ticketId, checkedInAt, dueAt, status } = booking;
  return (
    <Facts
      facts={[
        [t('resource.what'), <ResourceName key="resource" id={resourceId} />],
        [t('booking.time'), <SlotText key="time" slot={booking} />],
        [t('booking.booker'), booker.name],
        [t('booking.purpose'), purpose],
        [t('resource.fee'), yuanText(feeFen, language)],
        [t('booking.checkedInAt'), checkedInAt && <Moment key="in" at={checkedInAt} full />],
        [
          t(status === 'REQUESTED' ? 'booking.answerBy' : 'booking.arriveBy'),
          dueAt && <Moment key="due" at={dueAt} full />,
        ],
        [
          t('booking.ticket'),
          ticketId && seesTickets && (
            <Link key="ticket" to="/tickets/$id" params={{ id: ticketId }}>
              {t('booking.openTicket')}
            </Link>
          ),
        ],
      ]}
    />
  );
}
