import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { listDelegations, revokeDelegation, type Delegation } from '../../api/people.js';
import { useMe } from '../../app/me.js';
import { ConfirmedButton } from '../../components/confirmed-button.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { Moment } from '../../components/moment.js';
import { QueryView } from '../../components/query-view.js';
import { useTexts } from '../../i18n/use-texts.js';
import { DelegationForm } from './delegation-form.js';

/** Delegations of both directions: who acts for us, and for whom we act. */
export function DelegationsPanel({ keeps }: { keeps: boolean }) {
  const { t } = useTexts();
  const me = useMe();
  const query = useQuery({ queryKey: ['delegations'], queryFn: listDelegations });
  const [giving, setGiving] = useState(false);
  const isGiven = ({ enterpriseId }: Delegation): boolean => enterpriseId === me?.organizationId;
  const columns: readonly Column<Delegation>[] = [
    {
      title: t('people.other'),
      cell: (delegation) => (
        <>
          <span className="queue-name">{isGiven(delegation) ? delegation.agentName : delegation.enterpriseName}</span>
          <div className="soft">{t(isGiven(delegation) ? 'people.actsForUs' : 'people.weAct')}</div>
        </>
      ),
    },
    {
      title: t('people.permissions'),
      cell: ({ permissions }) =>
        permissions.map((permission) => t(`people.may.${permission.replace('.', '-')}`)).join(t('state.and')),
    },
    { title: t('people.until'), cell: ({ endsAt }) => <Moment at={endsAt} full /> },
    {
      title: t('credentials.state'),
      cell: ({ state }) => (
        <span className={state === 'active' ? 'tag tag-good' : 'tag'}>{t(`people.state.${state}`)}</span>
      ),
    },
    {
      title: t('accounts.actions'),
      cell: (delegation) =>
        keeps &&
        isGiven(delegation) &&
        delegation.state === 'active' && (
          <ConfirmedButton
            label={t('people.revoke')}
            title={t('people.revokeOf', { name: delegation.agentName })}
            explain={t('people.revokeExplain')}
            danger
            work={() => revokeDelegation(delegation.id)}
            touches={[['delegations']]}
          />
        ),
    },
  ];
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('people.delegations')}</h2>
        {keeps && <Button onClick={() => setGiving(true)}>{t('people.delegate')}</Button>}
      </div>
      <QueryView query={query}>
        {(delegations) =>
          delegations.length === 0 ? (
            <p className="soft">{t('people.noDelegations')}</p>
          ) : (
            <DataTable label={t('people.delegations')} rows={delegations} columns={columns} keyOf={({ id }) => id} />
          )
        }
      </QueryView>
      {giving && <DelegationForm onClose={() => setGiving(false)} />}
    </section>
  );
}
