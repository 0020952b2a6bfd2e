import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { listKeys, revokeKey, type ApiKey } from '../../api/connections.js';
import { ConfirmedButton } from '../../components/confirmed-button.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { Moment } from '../../components/moment.js';
import { QueryView } from '../../components/query-view.js';
import { ToldOnce } from '../../components/told-once.js';
import { useTexts } from '../../i18n/use-texts.js';
import { KeyForm } from './key-form.js';

const KEYS = ['api-keys'];

/** The enterprise's keys; one is shown when it is made and never again. */
export function KeysPanel() {
  const { t } = useTexts();
  const query = useQuery({ queryKey: KEYS, queryFn: listKeys });
  const [adding, setAdding] = useState(false);
  const [told, setTold] = useState<string>();
  const columns: readonly Column<ApiKey>[] = [
    {
      title: t('connections.keyName'),
      cell: ({ name, madeBy }) => (
        <>
          <span className="queue-name">{name}</span>
          <div className="soft">{madeBy}</div>
        </>
      ),
    },
    {
      title: t('connections.scopes'),
      cell: ({ scopes }) => scopes.map((scope) => t(`connections.scope.${scope}`)).join(t('state.and')),
    },
    { title: t('connections.until'), cell: ({ expiresAt }) => <Moment at={expiresAt} full /> },
    { title: t('connections.lastUsed'), cell: ({ lastUsedAt }) => (lastUsedAt ? <Moment at={lastUsedAt} /> : '—') },
    {
      title: t('credentials.state'),
      cell: ({ state }) => (
        <span className={state === 'active' ? 'tag tag-good' : 'tag'}>{t(`connections.keyState.${state}`)}</span>
      ),
    },
    {
      title: t('accounts.actions'),
      cell: ({ id, name, state }) =>
        state === 'active' && (
          <ConfirmedButton
            label={t('connections.revoke')}
            title={t('connections.revokeOf', { name })}
            explain={t('connections.revokeExplain')}
            danger
            work={() => revokeKey(id)}
            touches={[KEYS]}
          />
        ),
    },
  ];
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('connections.keys')}</h2>
        <Button onClick={() => setAdding(true)}>{t('connections.makeKey')}</Button>
      </div>
      <p className="soft">{t('connections.keysLead')}</p>
      <QueryView query={query}>
        {(keys) =>
          keys.length === 0 ? (
            <p>{t('connections.noKeys')}</p>
          ) : (
            <DataTable label={t('connections.keys')} rows={keys} columns={columns} keyOf={({ id }) => id} />
          )
        }
      </QueryView>
      {adding && (
        <KeyForm
          onClose={() => setAdding(false)}
          onMade={(key) => {
            setAdding(false);
            setTold(key);
          }}
        />
      )}
      {told && (
        <ToldOnce
          title={t('connections.keyMade')}
          explain={t('connections.toldOnce')}
          text={told}
          onClose={() => setTold(undefined)}
        />
      )}
    </section>
  );
}
