import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ServiceRequest } from '../../api/requests.js';
import { nodesQuery, servicesQuery } from '../../app/queries.js';
import { requestQuery } from '../requests/request-queries.js';
import { Moment } from '../../components/moment.js';
import { Page } from '../../components/page.js';
import { QueryView } from '../../components/query-view.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Receipt } from './receipt.js';
import '../../styles/filing.css';

const route = getRouteApi('/requests/$id/filed');
const SOON = 1_500;

/** Number, station and promise of what was just filed. */
export function FiledPage() {
  const { t } = useTexts();
  const { id } = route.useParams();
  const query = useQuery({
    ...requestQuery(id),
    refetchInterval: ({ state }) => (state.data?.value.items.some(({ status }) => status === 'READY') ? SOON : false),
  });
  return (
    <Page title={t('filed.title')} narrow>
      <QueryView query={query}>{({ value }) => <Filed request={value} />}</QueryView>
    </Page>
  );
}

function Filed({ request }: { request: ServiceRequest }) {
  const { t } = useTexts();
  return (
    <>
      <Receipt request={request} />
      <section className="panel">
        <h2>{t('filed.who')}</h2>
        <ul className="filed-items">
          {request.items.map((item) => (
            <FiledItem key={item.id} item={item} />
          ))}
        </ul>
      </section>
      <section className="panel">
        <h2>{t('filed.next')}</h2>
        <p>{t('filed.nextText')}</p>
        <p className="form-foot no-print">
          <Link to="/requests/$id" params={{ id: request.id }} className="big-button">
            {t('filed.follow')}
          </Link>
          <Link to="/services">{t('filed.another')}</Link>
        </p>
      </section>
    </>
  );
}

function FiledItem({ item }: { item: ServiceRequest['items'][number] }) {
  const { t, name } = useTexts();
  const { data: nodes } = useQuery(nodesQuery);
  const { data: services } = useQuery(servicesQuery);
  const station = name(item.nodeName) || name(nodes?.find(({ code }) => code === item.nodeCode)?.name) || item.nodeCode;
  const days = services?.find(({ code }) => code === item.serviceCode)?.limits.promised;
  return (
    <li>
      <strong>{name(item.serviceName)}</strong>
      <span>
        {station ? t('filed.station', { station }) : t(item.status === 'WAITING' ? 'request.waits' : 'filed.routing')}
      </span>
      {item.completeDueAt ? (
        <span>
          {t('filed.promise')} <Moment at={item.completeDueAt} full />
        </span>
      ) : (
        days !== undefined && <span>{t('filed.promiseDays', { count: days })}</span>
      )}
    </li>
  );
}
