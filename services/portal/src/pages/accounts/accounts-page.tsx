import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { listAccounts, rolesKeptBy, type ManagedAccount, type PasswordLink } from '../../api/accounts.js';
import { useMe } from '../../app/me.js';
import type { Column } from '../../components/data-table.js';
import { FilterSelect } from '../../components/filter-select.js';
import { FilterText } from '../../components/filter-text.js';
import { Page } from '../../components/page.js';
import { PagedTable } from '../../components/paged-table.js';
import { usePages } from '../../components/use-pages.js';
import { useTexts } from '../../i18n/use-texts.js';
import { AccountActions } from './account-actions.js';
import { AccountForm } from './account-form.js';
import { LinkShown } from './link-shown.js';

const route = getRouteApi('/accounts');

/** Accounts of the own level: found, made, suspended, let in again. */
export function AccountsPage() {
  const { t } = useTexts();
  const me = useMe();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<{ username: string; link: PasswordLink }>();
  const query = usePages(['accounts', filters], (cursor) => listAccounts(filters, cursor));
  const change = (changes: object) => void navigate({ search: { ...filters, ...changes }, replace: true });
  const kept = rolesKeptBy(me?.roles ?? []);
  const columns: readonly Column<ManagedAccount>[] = [
    {
      title: t('accounts.person'),
      cell: ({ displayName, username }) => (
        <>
          <span className="queue-name">{displayName}</span>
          <div className="soft number">{username}</div>
        </>
      ),
    },
    { title: t('accounts.roles'), cell: ({ roles }) => roles.map((role) => t(`role.${role}`)).join('、') },
    { title: t('accounts.organization'), cell: ({ organizationName }) => organizationName },
    { title: t('credentials.factor'), cell: ({ secondFactor }) => t(secondFactor ? 'state.yes' : 'state.no') },
    { title: t('credentials.state'), cell: (account) => <Standing account={account} /> },
    {
      title: t('accounts.actions'),
      cell: (account) => account.roles.every((role) => kept.includes(role)) && <AccountActions account={account} />,
    },
  ];
  return (
    <Page
      title={t('accounts.title')}
      lead={t('accounts.lead')}
      aside={
        <Button type="primary" onClick={() => setAdding(true)}>
          {t('accounts.add')}
        </Button>
      }
    >
      <div className="filters">
        <FilterText label={t('accounts.search')} value={filters.query} onChange={(text) => change({ query: text })} />
        <FilterSelect
          label={t('accounts.roles')}
          value={filters.role}
          options={kept.map((role) => ({ value: role as string, label: t(`role.${role}`) }))}
          onChange={(role) => change({ role })}
        />
      </div>
      <PagedTable
        query={query}
        label={t('accounts.title')}
        columns={columns}
        keyOf={({ id }) => id}
        empty={t('accounts.empty')}
        onClearFilters={Object.values(filters).some(Boolean) ? () => void navigate({ search: {} }) : undefined}
      />
      {adding && (
        <AccountForm
          roles={kept}
          organizationId={me?.organizationId ?? ''}
          onClose={() => setAdding(false)}
          onMade={(account) => {
            setAdding(false);
            setMade(account);
          }}
        />
      )}
      {made && <LinkShown {...made} onClose={() => setMade(undefined)} />}
    </Page>
  );
}

function Standing({ account: { active, suspendedReason } }: { account: ManagedAccount }) {
  const { t } = useTexts();
  return (
    <>
      <span className={active ? 'tag tag-good' : 'tag tag-warn'}>
        {t(active ? 'accounts.active' : 'accounts.suspended')}
      </span>
      {suspendedReason && <div className="soft">{suspendedReason}</div>}
    </>
  );
}
