import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { listNotifications, markAllRead, markRead, type Notification } from '../../api/notifications.js';
import { Empty } from '../../components/empty.js';
import { Moment } from '../../components/moment.js';
import { More } from '../../components/more.js';
import { Page } from '../../components/page.js';
import { PagesView } from '../../components/pages-view.js';
import { useTexts } from '../../i18n/use-texts.js';
import { targetOf } from './notification-target.js';

export function InboxPage() {
  const { t } = useTexts();
  const cache = useQueryClient();
  const [unread, setUnread] = useState(false);
  const query = useInfiniteQuery({
    queryKey: ['notifications', 'list', unread],
    queryFn: ({ pageParam }) => listNotifications(unread, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
  const readAll = useMutation({
    mutationFn: markAllRead,
    onSuccess: () => cache.invalidateQueries({ queryKey: ['notifications'] }),
  });
  return (
    <Page
      title={t('inbox.title')}
      narrow
      aside={
        <Button onClick={() => readAll.mutate()} loading={readAll.isPending}>
          {t('inbox.readAll')}
        </Button>
      }
    >
      <div className="chips" role="group" aria-label={t('inbox.title')}>
        <button type="button" className="chip" aria-pressed={!unread} onClick={() => setUnread(false)}>
          {t('state.all')}
        </button>
        <button type="button" className="chip" aria-pressed={unread} onClick={() => setUnread(true)}>
          {t('inbox.unread')}
        </button>
      </div>
      <PagesView query={query} empty={<Empty title={t(unread ? 'inbox.noneUnread' : 'inbox.none')} />}>
        {(notifications) => (
          <>
            <ul className="cards">
              {notifications.map((notification) => (
                <NotificationCard key={notification.id} notification={notification} />
              ))}
            </ul>
            <More query={query} />
          </>
        )}
      </PagesView>
    </Page>
  );
}

function NotificationCard({ notification }: { notification: Notification }) {
  const { t, name } = useTexts();
  const cache = useQueryClient();
  const { id, title, body, createdAt, readAt } = notification;
  const target = targetOf(notification);
  const read = useMutation({
    mutationFn: () => markRead(id),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['notifications'] }),
  });
  const open = () => {
    if (!readAt) read.mutate();
  };
  return (
    <li className={readAt ? 'card card-read' : 'card'}>
      <span className="card-tags">
        {!readAt && <span className="tag tag-brand">{t('inbox.new')}</span>}
        <Moment at={createdAt} />
      </span>
      {target ? (
        <Link to={target} className="card-link" onClick={open}>
          {name(title)}
        </Link>
      ) : (
        <strong>{name(title)}</strong>
      )}
      <span>{name(body)}</span>
      {!readAt && (
        <span>
          <Button size="small" onClick={open} loading={read.isPending}>
            {t('inbox.markRead')}
          </Button>
        </span>
      )}
    </li>
  );
}
