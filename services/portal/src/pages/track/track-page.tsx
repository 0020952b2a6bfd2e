import { getRouteApi } from '@tanstack/react-router';
import { trackRequest, type TrackedRequest } from '../../api/tracking.js';
import { Facts } from '../../components/facts.js';
import { NumberAndCodePage } from '../../components/number-and-code.js';
import { Moment } from '../../components/moment.js';
import { StatusTag } from '../../components/status-tag.js';
import { useTexts } from '../../i18n/use-texts.js';
import '../../styles/filing.css';

const route = getRouteApi('/track');

/** Anyone with a receipt learns how far its request is; no log-in, no personal data. */
export function TrackPage() {
  const { t } = useTexts();
  const navigate = route.useNavigate();
  return (
    <NumberAndCodePage
      of="track"
      texts={{
        title: t('track.title'),
        lead: t('track.lead'),
        number: t('filed.number'),
        numberHint: t('track.numberHint'),
        numberMissing: t('track.numberMissing'),
        code: t('track.code'),
        codeHint: t('track.codeHint'),
        codeMissing: t('track.codeMissing'),
        submit: t('track.submit'),
        unknown: t('track.unknown'),
        unknownDetail: t('track.unknownDetail'),
      }}
      asked={route.useSearch()}
      onAsk={(search) => void navigate({ search })}
      find={trackRequest}
      formClassName="panel form no-print"
    >
      {(found) => <Progress request={found} />}
    </NumberAndCodePage>
  );
}

function Progress({ request }: { request: TrackedRequest }) {
  const { t, name } = useTexts();
  const { promise } = request;
  return (
    <section className="panel" aria-live="polite">
      <div className="panel-head">
        <h2 className="number">{request.requestNo}</h2>
        <StatusTag of="request" value={request.status} />
      </div>
      <p>{name(request.nextStep)}</p>
      <Facts
        facts={[
          [t('request.filedAt'), <Moment key="filed" at={request.filedAt} full />],
          [t('track.promise'), promise && <Moment key="promise" at={promise.dueAt} full />],
          [t('request.completedAt'), request.completedAt && <Moment key="done" at={request.completedAt} full />],
        ]}
      />
      <ul className="filed-items">
        {request.items.map((item, index) => (
          <li key={index}>
            <strong>{name(item.serviceName)}</strong>
            <StatusTag of="item" value={item.status} />
            {item.completeDueAt && (
              <span>
                {t('filed.promise')} <Moment at={item.completeDueAt} full />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
