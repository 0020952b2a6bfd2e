import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { listResources, RESOURCE_KINDS, type Resource } from '../../api/resources.js';
import { useCan } from '../../app/me.js';
import { nodesQuery, servicesQuery } from '../../app/queries.js';
import type { Column } from '../../components/data-table.js';
import { FilterSelect } from '../../components/filter-select.js';
import { FilterText } from '../../components/filter-text.js';
import { Page } from '../../components/page.js';
import { PagedTable } from '../../components/paged-table.js';
import { usePages } from '../../components/use-pages.js';
import { useTexts } from '../../i18n/use-texts.js';
import { FeeText } from './fee-text.js';
import { RegisterForm } from './register-form.js';
import { ResourceTag } from './resource-tag.js';
import { SlotText } from './slot-text.js';

const route = getRouteApi('/resources');

/** Lengths that people ask for, in minutes. */
const LENGTHS = [60, 120, 240, 480];

/** Who can do this, where, and when at the earliest. */
export function ResourcesPage() {
  const { t, name } = useTexts();
  const { sort = 'earliest', ...filters } = route.useSearch();
  const navigate = route.useNavigate();
  const mayRegister = useCan('resource-edit');
  const [registering, setRegistering] = useState(false);
  const { data: nodes = [] } = useQuery(nodesQuery);
  const { data: services = [] } = useQuery(servicesQuery);
  const query = usePages(['resources', filters, sort], (cursor) => listResources(filters, sort, cursor));
  const change = (changes: object) =>
    void navigate({ search: { ...filters, sort: sort === 'no' ? 'no' : undefined, ...changes }, replace: true });
  const columns: readonly Column<Resource>[] = [
    {
      title: t('resource.what'),
      cell: (resource) => (
        <>
          <Link
            to="/resources/$id"
            params={{ id: resource.id }}
            search={{ minutes: filters.minutes }}
            className="queue-name"
          >
            {name(resource.name)}
          </Link>
          <div className="soft">
            {t(`resourceKind.${resource.kind}`)} <span className="number">{resource.no}</span>
          </div>
        </>
      ),
    },
    { title: t('resource.capability'), cell: ({ capability }) => capability },
    {
      title: t('resource.where'),
      cell: ({ ownerName, nodeName }) => (
        <>
          {ownerName}
          <div className="soft">{name(nodeName)}</div>
        </>
      ),
    },
    {
      title: t('resource.earliest'),
      cell: ({ earliestSlot }) =>
        earliestSlot ? <SlotText slot={earliestSlot} /> : <span className="soft">{t('resource.nothingFree')}</span>,
    },
    { title: t('resource.fee'), cell: ({ fee }) => <FeeText fee={fee} /> },
    { title: t('resource.status'), cell: ({ status }) => <ResourceTag status={status} /> },
  ];
  return (
    <Page
      title={t('resource.title')}
      lead={t('resource.lead')}
      aside={mayRegister && <Button onClick={() => setRegistering(true)}>{t('resource.register')}</Button>}
    >
      {registering && <RegisterForm onClose={() => setRegistering(false)} />}
      <div className="filters">
        <FilterText label={t('resource.search')} value={filters.q} onChange={(q) => change({ q })} />
        <FilterSelect
          label={t('resource.kind')}
          value={filters.kind}
          options={RESOURCE_KINDS.map((kind) => ({ value: kind, label: t(`resourceKind.${kind}`) }))}
          onChange={(kind) => change({ kind })}
        />
        <FilterSelect
          label={t('capability.service')}
          value={filters.serviceCode}
          options={services.map(({ code, name: called }) => ({ value: code, label: `${code} ${name(called)}` }))}
          onChange={(serviceCode) => change({ serviceCode })}
        />
        <FilterSelect
          label={t('resource.where')}
          value={filters.node}
          options={nodes.map((node) => ({ value: node.code, label: name(node.name) }))}
          onChange={(node) => change({ node })}
        />
        <FilterSelect
          label={t('resource.length')}
          value={filters.minutes === undefined ? undefined : String(filters.minutes)}
          options={LENGTHS.map((minutes) => ({
            value: String(minutes),
            label: t('resource.hours', { count: minutes / 60 }),
          }))}
          onChange={(minutes) => change({ minutes: minutes && Number(minutes) })}
        />
        <FilterSelect
          label={t('resource.order')}
          value={sort === 'no' ? sort : undefined}
          all={t('resource.byEarliest')}
          options={[{ value: 'no', label: t('resource.byNumber') }]}
          onChange={(chosen) => change({ sort: chosen })}
        />
      </div>
      <PagedTable
        query={query}
        label={t('resource.title')}
        columns={columns}
        keyOf={({ id }) => id}
        empty={t('resource.empty')}
        onClearFilters={Object.values(filters).some(Boolean) ? () => void navigate({ search: {} }) : undefined}
      />
    </Page>
  );
}
