import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { CatalogService } from '../../api/catalog.js';
import { serviceQuery } from '../../app/queries.js';
import { DomainName } from '../../components/domain-name.js';
import { Facts } from '../../components/facts.js';
import { Page } from '../../components/page.js';
import { QueryView } from '../../components/query-view.js';
import { useTexts } from '../../i18n/use-texts.js';

import '../../styles/catalog.css';

const route = getRouteApi('/services/$code');

export function GuidePage() {
  const { t, name } = useTexts();
  const { code } = route.useParams();
  const query = useQuery(serviceQuery(code));
  return (
    <Page
      title={name(query.data?.name) || t('guide.title')}
      lead={query.data?.description}
      back={{ to: '/services', text: t('catalog.title') }}
    >
      <QueryView query={query} lines={8}>
        {(guide) => <Guide guide={guide} />}
      </QueryView>
    </Page>
  );
}

function Guide({ guide }: { guide: CatalogService }) {
  const { t, word } = useTexts();
  const days = (count: number | undefined) => (count === undefined ? undefined : t('guide.days', { count }));
  return (
    <div className="split">
      <div className="stack">
        <section className="panel">
          <h2>{t('guide.materials')}</h2>
          {guide.requiredMaterials.length === 0 ? (
            <p className="soft">{t('guide.noMaterials')}</p>
          ) : (
            <ol className="materials">
              {guide.requiredMaterials.map((material) => (
                <li key={material}>{material}</li>
              ))}
            </ol>
          )}
        </section>
        <section className="panel">
          <h2>{t('guide.how')}</h2>
          <ol className="materials">
            {['file', 'accept', 'work', 'result'].map((step) => (
              <li key={step}>{t(`guide.step.${step}`)}</li>
            ))}
          </ol>
        </section>
        <section className="panel">
          <h2>{t('guide.basis')}</h2>
          <p>{guide.legalBasis.join(';') || t('guide.noBasis')}</p>
        </section>
      </div>
      <aside className="panel guide-side">
        <Link to="/file" search={{ service: guide.code }} className="big-button no-print">
          {t('guide.file')}
        </Link>
        <Facts
          facts={[
            [t('guide.domain'), <DomainName key="domain" domain={guide.domain} />],
            [t('guide.promised'), days(guide.limits.promised)],
            [t('guide.statutory'), days(guide.limits.statutory)],
            [t('guide.fee'), guide.feeBasis],
            [t('guide.audience'), guide.audience.join('、')],
            [t('guide.channel'), word(`mode.${guide.channel}`, guide.channel)],
            [t('guide.level'), word(`level.${guide.performingLevel}`, guide.performingLevel)],
            [t('guide.code'), guide.code],
          ]}
        />
      </aside>
    </div>
  );
}
