import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { listExpiring, listInstitutions, type Institution, type InstitutionFilters } from '../../api/institutions.js';
import { TECHNICAL_DOMAINS } from '../../api/shapes.js';
import { nodesQuery } from '../../app/queries.js';
import { useCan } from '../../app/me.js';
import { Chips } from '../../components/chips.js';
import type { Column } from '../../components/data-table.js';
import { FilterSelect } from '../../components/filter-select.js';
import { FilterText } from '../../components/filter-text.js';
import { Page } from '../../components/page.js';
import { PagedTable } from '../../components/paged-table.js';
import { QualificationTag } from '../../components/qualification-tag.js';
import { useNodeName } from '../../components/use-node-name.js';
import { usePages } from '../../components/use-pages.js';
import { useTexts } from '../../i18n/use-texts.js';

const route = getRouteApi('/institutions');

/** Without stages those that are on the register. */
const STAGES_OF = { all: undefined, applying: 'APPLY,DOC_CHECK,SITE_CHECK,APPROVED', left: 'REMOVED' } as const;

/** Days before its end at which a qualification is said to run out; the first reminder comes then. */
const NEAR_DAYS = 120;

/** The technical bodies, or the qualifications that run out next. */
export function InstitutionsPage() {
  const { t } = useTexts();
  const { view = 'all', ...filters } = route.useSearch();
  const navigate = route.useNavigate();
  const mayApply = useCan('institution-apply');
  const mayFollow = useCan('institution-follow');
  const views = ['all', ...(mayFollow ? (['applying', 'left'] as const) : []), 'expiring'] as const;
  return (
    <Page
      title={t('institution.title')}
      lead={t('institution.lead')}
      aside={
        mayApply && (
          <Link to="/institutions/apply" className="big-button">
            {t('application.title')}
          </Link>
        )
      }
    >
      <Chips
        label={t('institution.view')}
        value={view}
        options={views.map((value) => ({ value, label: t(`institution.${value}`, { days: NEAR_DAYS }) }))}
        onChange={(chosen) => void navigate({ search: chosen === 'all' ? {} : { view: chosen }, replace: true })}
      />
      {view === 'expiring' ? <ExpiringList /> : <InstitutionList view={view} filters={filters} />}
    </Page>
  );
}

interface ListProps {
  readonly view: 'all' | 'applying' | 'left';
  readonly filters: InstitutionFilters;
}

function InstitutionList({ view, filters }: ListProps) {
  const { t, word, name } = useTexts();
  const navigate = route.useNavigate();
  const nodeName = useNodeName();
  const { data: nodes = [] } = useQuery(nodesQuery);
  const query = usePages(['institutions', view, filters], (cursor) =>
    listInstitutions({ ...filters, stage: STAGES_OF[view] }, cursor),
  );
  const change = (changes: object) =>
    void navigate({ search: { ...(view !== 'all' && { view }), ...filters, ...changes }, replace: true });
  const columns: readonly Column<Institution>[] = [
    {
      title: t('institution.name'),
      cell: (institution) => (
        <>
          <Link to="/institutions/$id" params={{ id: institution.id }} className="queue-name">
            {institution.name}
          </Link>
          <div className="soft number">{institution.id}</div>
        </>
      ),
    },
    { title: t('institution.kind'), cell: ({ kind }) => kind },
    {
      title: t('network.domains'),
      cell: ({ domains }) => domains.map((domain) => word(`domain.${domain}`, domain)).join('、'),
    },
    {
      title: t('institution.coverage'),
      cell: ({ coverageNodeCode }) => (coverageNodeCode ? nodeName(coverageNodeCode) : t('institution.everywhere')),
    },
    { title: t('institution.qualifications'), cell: (institution) => <Worst institution={institution} /> },
    {
      title: t('institution.standing'),
      cell: ({ active, stage }) => (
        <span className={active ? 'tag tag-good' : 'tag tag-warn'}>{t(`stageOf.${stage}`)}</span>
      ),
    },
  ];
  return (
    <>
      <div className="filters filters-below">
        <FilterText label={t('institution.search')} value={filters.query} onChange={(q) => change({ query: q })} />
        <FilterSelect
          label={t('catalog.domain')}
          value={filters.domain}
          options={TECHNICAL_DOMAINS.map((domain) => ({ value: domain as string, label: t(`domain.${domain}`) }))}
          onChange={(domain) => change({ domain })}
        />
        <FilterSelect
          label={t('institution.serves')}
          value={filters.node}
          options={nodes.map((node) => ({ value: node.code, label: name(node.name) }))}
          onChange={(node) => change({ node })}
        />
      </div>
      <PagedTable
        query={query}
        label={t('institution.title')}
        columns={columns}
        keyOf={({ id }) => id}
        empty={t('institution.empty')}
        onClearFilters={Object.values(filters).some(Boolean) ? () => void navigate({ search: {} }) : undefined}
      />
    </>
  );
}

/** The count, and the states that want attention. */
function Worst({ institution: { qualifications } }: { institution: Institution }) {
  const { t } = useTexts();
  const states = [...new Set(qualifications.map(({ state }) => state))].filter((state) => state !== 'VALID');
  return (
    <>
      {t('institution.count', { count: qualifications.length })}{' '}
      {states.map((state) => (
        <QualificationTag key={state} state={state} />
      ))}
    </>
  );
}

function ExpiringList() {
  const { t } = useTexts();
  const query = usePages(['qualifications', NEAR_DAYS], (cursor) => listExpiring(NEAR_DAYS, cursor));
  return (
    <div className="filters-below">
      <PagedTable
        query={query}
        label={t('institution.expiring', { days: NEAR_DAYS })}
        keyOf={({ institutionId, kind, number }) => `${institutionId} ${kind} ${number}`}
        empty={t('institution.noneExpiring', { days: NEAR_DAYS })}
        columns={[
          {
            title: t('institution.name'),
            cell: ({ institutionId, institutionName }) => (
              <Link to="/institutions/$id" params={{ id: institutionId }} className="queue-name">
                {institutionName}
              </Link>
            ),
          },
          { title: t('qualification.kind'), cell: ({ kind }) => kind },
          { title: t('qualification.number'), cell: ({ number }) => <span className="number">{number}</span> },
          { title: t('qualification.until'), cell: ({ validUntil }) => validUntil },
          { title: t('qualification.state'), cell: ({ state }) => <QualificationTag state={state} /> },
        ]}
      />
    </div>
  );
}
