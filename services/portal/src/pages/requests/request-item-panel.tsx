import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { GENERAL_DEMAND } from '../../api/demands.js';
import type { RequestItem, ServiceRequest } from '../../api/requests.js';
import { useCan } from '../../app/me.js';
import { servicesQuery } from '../../app/queries.js';
import { AttachedMaterials } from '../../components/attached-materials.js';
import { Deliverables } from '../../components/deliverables.js';
import { DomainName } from '../../components/domain-name.js';
import { DueClock } from '../../components/due-clock.js';
import { Facts } from '../../components/facts.js';
import { StatusTag } from '../../components/status-tag.js';
import { FormView } from '../../forms/form-view.js';
import { useTexts, type Texts } from '../../i18n/use-texts.js';
import { QuotePanel } from '../quotes/quote-panel.js';
import { ChooseInstitution } from './choose-institution.js';
import { ClientTasks } from './client-tasks.js';
import { ItemProgress } from './item-progress.js';

/** One service of a request: who serves it, by when, and what came of it. */
export function RequestItemPanel({ request, item }: { request: ServiceRequest; item: RequestItem }) {
  const texts = useTexts();
  const { t, name } = texts;
  const mayCorrect = useCan('file');
  const mayWork = useCan('queue');
  const { data: services } = useQuery(servicesQuery);
  const schema = services?.find(({ code }) => code === item.serviceCode)?.form;
  const { deliverables = [], materials = [] } = item;
  return (
    <section className="panel">
      <div className="panel-head">
        <div>
          <h2>{name(item.serviceName)}</h2>
          <DomainName domain={item.domain} />
        </div>
        <StatusTag of="item" value={item.status} />
      </div>
      {item.status === 'RETURNED' && (
        <div className="notice notice-warn">
          <strong>{t('request.returned')}</strong>
          <ul>
            {item.returnedFor?.map((missing) => (
              <li key={missing}>{missing}</li>
            ))}
          </ul>
          {mayCorrect && (
            <Link
              to="/requests/$id/correction/$itemId"
              params={{ id: request.id, itemId: item.id }}
              className="big-button"
            >
              {t('request.correct')}
            </Link>
          )}
        </div>
      )}
      {item.serviceCode === GENERAL_DEMAND && (
        <Link to="/demands/$id" params={{ id: request.id }}>
          {t('demand.open')}
        </Link>
      )}
      <ChooseInstitution request={request} item={item} />
      <ClientTasks request={request} item={item} />
      <Facts
        facts={[
          [t('request.station'), name(item.nodeName) || (item.nodeCode ?? withoutOffice(item, texts))],
          [t('request.institution'), item.institutionName],
          [t('request.due'), isOpen(item) && item.completeDueAt && <DueClock key="due" dueAt={item.completeDueAt} />],
          [
            t('request.ticket'),
            item.ticketId && mayWork ? (
              <Link key="ticket" to="/tickets/$id" params={{ id: item.ticketId }}>
                {item.ticketNo}
              </Link>
            ) : (
              item.ticketNo
            ),
          ],
        ]}
      />
      {item.ticketId && <QuotePanel about={['request', request.id]} itemId={item.id} inside />}
      {item.ticketId && <ItemProgress request={request} itemId={item.id} />}
      {deliverables.length > 0 && <Deliverables domain={item.domain} deliverables={deliverables} />}
      {materials.length > 0 && (
        <>
          <h3>{t('material.title')}</h3>
          <AttachedMaterials materials={materials} />
        </>
      )}
      {schema && item.form && (
        <details className="more-facts">
          <summary>{t('request.form')}</summary>
          <FormView schema={schema} form={item.form} />
        </details>
      )}
    </section>
  );
}

/** A returned item's clock stands still, so no time is left to count. */
const isOpen = ({ status }: RequestItem): boolean => !['COMPLETED', 'CANCELLED', 'RETURNED'].includes(status);

/** What stands in place of an office: a later item of a package gets one when those before it are done. */
function withoutOffice({ status }: RequestItem, { t }: Texts): string | undefined {
  if (status === 'CANCELLED') return undefined;
  return t(status === 'WAITING' ? 'request.waits' : 'request.routing');
}
