import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { listInvitations, withdrawInvitation, type Invitation } from '../../api/people.js';
import { ConfirmedButton } from '../../components/confirmed-button.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { Moment } from '../../components/moment.js';
import { QueryView } from '../../components/query-view.js';
import { ToldOnce } from '../../components/told-once.js';
import { useTexts } from '../../i18n/use-texts.js';
import { InviteForm } from './invite-form.js';

const INVITATIONS = ['invitations'];

/** Invitations that nobody took up yet; the link of a new one is shown once. */
export function InvitationsPanel() {
  const { t } = useTexts();
  const query = useQuery({ queryKey: INVITATIONS, queryFn: listInvitations });
  const [inviting, setInviting] = useState(false);
  const [token, setToken] = useState<string>();
  const columns: readonly Column<Invitation>[] = [
    { title: t('people.for'), cell: ({ note }) => <span className="queue-name">{note ?? '—'}</span> },
    { title: t('accounts.roles'), cell: ({ role }) => t(`role.${role}`) },
    { title: t('people.madeBy'), cell: ({ madeBy }) => madeBy },
    { title: t('accounts.linkUntil'), cell: ({ expiresAt }) => <Moment at={expiresAt} full /> },
    {
      title: t('accounts.actions'),
      cell: ({ id }) => (
        <ConfirmedButton
          label={t('people.withdraw')}
          title={t('people.withdraw')}
          explain={t('people.withdrawExplain')}
          danger
          work={() => withdrawInvitation(id)}
          touches={[INVITATIONS]}
        />
      ),
    },
  ];
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('people.invitations')}</h2>
        <Button onClick={() => setInviting(true)}>{t('people.invite')}</Button>
      </div>
      <QueryView query={query}>
        {(invitations) =>
          invitations.length === 0 ? (
            <p className="soft">{t('people.noInvitations')}</p>
          ) : (
            <DataTable label={t('people.invitations')} rows={invitations} columns={columns} keyOf={({ id }) => id} />
          )
        }
      </QueryView>
      {inviting && (
        <InviteForm
          onClose={() => setInviting(false)}
          onMade={(made) => {
            setInviting(false);
            setToken(made);
          }}
        />
      )}
      {token && (
        <ToldOnce
          title={t('people.link')}
          explain={t('people.linkExplain')}
          text={`${window.location.origin}/join#${token}`}
          onClose={() => setToken(undefined)}
        />
      )}
    </section>
  );
}
