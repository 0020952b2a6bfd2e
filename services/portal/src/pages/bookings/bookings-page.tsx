import { getRouteApi, Link } from '@tanstack/react-router';
import { BOOKING_STATUSES, listBookings, type Booking } from '../../api/bookings.js';
import type { Column } from '../../components/data-table.js';
import { FilterSelect } from '../../components/filter-select.js';
import { Page } from '../../components/page.js';
import { PagedTable } from '../../components/paged-table.js';
import { usePages } from '../../components/use-pages.js';
import { yuanText } from '../../format/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';
import { SlotText } from '../resources/slot-text.js';
import { BookingActions } from './booking-actions.js';
import { BookingTag } from './booking-tag.js';
import { ResourceName } from './resource-name.js';

const route = getRouteApi('/bookings');

/** What one has booked; for an institution also who booked what it owns, with the steps at hand. */
export function BookingsPage() {
  const { t, language } = useTexts();
  const { me } = route.useRouteContext();
  const { status } = route.useSearch();
  const navigate = route.useNavigate();
  const query = usePages(['bookings', { status }], (cursor) => listBookings({ status }, cursor));
  const columns: readonly Column<Booking>[] = [
    {
      title: t('booking.number'),
      cell: ({ id, bookingNo, resourceId }) => (
        <>
          <Link to="/bookings/$id" params={{ id }} className="queue-name number">
            {bookingNo}
          </Link>
          <div className="soft">
            <ResourceName id={resourceId} />
          </div>
        </>
      ),
    },
    { title: t('booking.time'), cell: (booking) => <SlotText slot={booking} /> },
    {
      title: t('booking.booker'),
      cell: ({ booker, purpose }) => (
        <>
          {booker.name}
          <div className="soft">{purpose}</div>
        </>
      ),
    },
    { title: t('resource.fee'), cell: ({ feeFen }) => <span className="number">{yuanText(feeFen, language)}</span> },
    { title: t('queue.status'), cell: (booking) => <BookingTag status={booking.status} /> },
    { title: t('ticket.actions'), cell: (booking) => <BookingActions booking={booking} small /> },
  ];
  return (
    <Page
      title={t(me.organizationKind === 'institution' ? 'booking.desk' : 'booking.title')}
      lead={me.organizationName}
      aside={
        <Link to="/resources" className="big-button">
          {t('booking.find')}
        </Link>
      }
    >
      <div className="filters">
        <FilterSelect
          label={t('queue.status')}
          value={status}
          options={BOOKING_STATUSES.map((value) => ({ value, label: t(`bookingStatus.${value}`) }))}
          onChange={(chosen) => void navigate({ search: { status: chosen }, replace: true })}
        />
      </div>
      <PagedTable
        query={query}
        label={t('booking.title')}
        columns={columns}
        keyOf={({ id }) => id}
        empty={t('booking.empty')}
        emptyHint={t('booking.emptyHint')}
        onClearFilters={status && (() => void navigate({ search: {} }))}
      />
    </Page>
  );
}
