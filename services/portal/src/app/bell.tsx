import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { countUnread } from '../api/notifications.js';
import { useTexts } from '../i18n/use-texts.js';
import { LineIcon } from '../components/line-icon.js';
import { usePolling } from './use-live.js';

const MOST = 99;

export function Bell() {
  const { t } = useTexts();
  const refetchInterval = usePolling();
  const { data: count = 0 } = useQuery({
    queryKey: ['notifications', 'unread'],
    queryFn: countUnread,
    refetchInterval,
  });
  return (
    <Link to="/inbox" className="tool bell" aria-label={t('shell.inbox', { count })}>
      <LineIcon name="bell" />
      {count > 0 && <b>{count > MOST ? `${MOST}+` : count}</b>}
    </Link>
  );
}
