import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listRequests } from '../../api/requests.js';
import { StatusTag } from '../../components/status-tag.js';
import { dayText } from '../../format/times.js';
import { useTexts } from '../../i18n/use-texts.js';

const SHOWN = 3;

/** What waits for the enterprise comes first, then what is under way. */
export function OpenRequests() {
  const { t, name, language } = useTexts();
  const { data } = useQuery({ queryKey: ['requests', {}, 'home'], queryFn: () => listRequests({}) });
  const open = data?.items.filter(({ status }) => status !== 'COMPLETED' && status !== 'CANCELLED') ?? [];
  const shown = [
    ...open.filter(({ status }) => status === 'RETURNED'),
    ...open.filter(({ status }) => status !== 'RETURNED'),
  ];
  if (shown.length === 0) return null;
  return (
    <section>
      <div className="section-head">
        <h2 className="section-title">{t('home.mine')}</h2>
        <Link to="/requests">{t('home.all')}</Link>
      </div>
      <ul className="cards">
        {shown.slice(0, SHOWN).map((request) => (
          <li key={request.id} className="card">
            <StatusTag of="request" value={request.status} />
            <Link to="/requests/$id" params={{ id: request.id }} className="card-link">
              {request.items.map((item) => name(item.serviceName)).join('、')}
            </Link>
            <span className="soft number">
              {request.requestNo} · {dayText(request.filedAt, language)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
