import { Link } from '@tanstack/react-router';
import type { ServiceRequest } from '../../api/requests.js';
import { StatusTag } from '../../components/status-tag.js';
import { dayText } from '../../format/times.js';
import { useTexts } from '../../i18n/use-texts.js';

export function RequestCard({ request, showEnterprise }: { request: ServiceRequest; showEnterprise: boolean }) {
  const { t, name, language } = useTexts();
  const { id, requestNo, status, urgency, filedAt, items, enterprise } = request;
  const done = items.filter((item) => item.status === 'COMPLETED').length;
  return (
    <li className="card">
      <span className="card-tags">
        <StatusTag of="request" value={status} />
        {urgency === 'urgent' && <span className="tag tag-warn">{t('urgency.urgent')}</span>}
      </span>
      <Link to="/requests/$id" params={{ id }} className="card-link">
        {items.map((item) => name(item.serviceName)).join('、')}
      </Link>
      {showEnterprise && <span>{enterprise.name}</span>}
      <span className="soft number">
        {requestNo} · {t('requests.filed', { day: dayText(filedAt, language) })}
        {items.length > 1 && ` · ${t('requests.progress', { done, count: items.length })}`}
      </span>
    </li>
  );
}
