import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { listMaterials, MATERIAL_KINDS, type Material, type MaterialPage } from '../../api/materials.js';
import type { Column } from '../../components/data-table.js';
import { FilterSelect } from '../../components/filter-select.js';
import { Moment } from '../../components/moment.js';
import { Page } from '../../components/page.js';
import { PagedTable } from '../../components/paged-table.js';
import { usePages } from '../../components/use-pages.js';
import { sizeText } from '../../format/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';
import { MaterialActions } from './material-actions.js';
import { UploadForm } from './upload-form.js';
import { Validity } from './validity.js';

const route = getRouteApi('/materials');

/** An enterprise's documents, given once: the newest version of each, or every version of one. */
export function MaterialsPage() {
  const { t } = useTexts();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const [adding, setAdding] = useState(false);
  const query = usePages(['materials', filters], (cursor) => listMaterials(filters, cursor));
  const change = (changes: object) => void navigate({ search: { ...filters, ...changes }, replace: true });
  const columns: readonly Column<Material>[] = [
    { title: t('library.title'), cell: (material) => <Named material={material} /> },
    { title: t('library.kind'), cell: ({ kind }) => t(`material.kind.${kind}`) },
    {
      title: t('library.version'),
      cell: ({ title, version }) =>
        filters.title ? (
          t('material.version', { version })
        ) : (
          <Link to="/materials" search={{ title, retired: true }}>
            {t('material.version', { version })}
          </Link>
        ),
    },
    { title: t('library.validity'), cell: (material) => <Validity material={material} /> },
    { title: t('library.addedAt'), cell: ({ addedAt }) => <Moment at={addedAt} /> },
    { title: t('accounts.actions'), cell: (material) => <MaterialActions material={material} /> },
  ];
  return (
    <Page
      title={filters.title ? t('library.versionsOf', { title: filters.title }) : t('library.heading')}
      lead={filters.title ? undefined : t('library.lead')}
      back={filters.title ? { to: '/materials', text: t('library.heading') } : undefined}
      aside={
        !filters.title && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('library.add')}
          </Button>
        )
      }
    >
      {!filters.title && (
        <div className="filters">
          <FilterSelect
            label={t('library.kind')}
            value={filters.kind}
            options={MATERIAL_KINDS.map((kind) => ({ value: kind, label: t(`material.kind.${kind}`) }))}
            onChange={(kind) => change({ kind })}
          />
          <FilterSelect
            label={t('library.state')}
            value={filters.retired ? 'all' : undefined}
            all={t('library.inUse')}
            options={[{ value: 'all', label: t('library.alsoRetired') }]}
            onChange={(chosen) => change({ retired: chosen && true })}
          />
          <Room page={query.data?.pages[0] as MaterialPage | undefined} />
        </div>
      )}
      <PagedTable
        query={query}
        label={t('library.heading')}
        columns={columns}
        keyOf={({ id }) => id}
        empty={t('library.empty')}
        emptyHint={t('library.emptyHint')}
        onClearFilters={filters.kind && (() => void navigate({ search: {} }))}
      />
      {adding && <UploadForm onAdded={() => setAdding(false)} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Named({ material: { title, fileName, size } }: { material: Material }) {
  const { t, language } = useTexts();
  return (
    <>
      <span className="queue-name">{title}</span>
      <div className="soft">
        {fileName} · {size === undefined ? t('library.deliverable') : sizeText(size, language)}
      </div>
    </>
  );
}

/** How full the library is. */
function Room({ page }: { page: MaterialPage | undefined }) {
  const { t, language } = useTexts();
  if (!page) return null;
  const [used, most] = [page.usedBytes, page.mostBytes].map((bytes) => sizeText(bytes, language));
  return <span className="soft">{t('library.room', { used: used ?? '', most: most ?? '' })}</span>;
}
