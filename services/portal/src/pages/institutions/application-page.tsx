import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { applyInstitution, resubmitInstitution } from '../../api/institution-lifecycle.js';
import { readInstitution } from '../../api/institutions.js';
import { Page } from '../../components/page.js';
import { QueryView } from '../../components/query-view.js';
import { useTexts } from '../../i18n/use-texts.js';
import { answersFrom, EMPTY_APPLICATION } from './application-answers.js';
import { ApplicationForm } from './application-form.js';

/** A body applies to be let in, by its own administrator or by the office of its territory. */
export function ApplicationPage() {
  const { t } = useTexts();
  return (
    <Page
      title={t('application.title')}
      lead={t('application.lead')}
      back={{ to: '/institutions', text: t('nav.institutions') }}
      narrow
    >
      <ApplicationForm initial={EMPTY_APPLICATION} send={applyInstitution} />
    </Page>
  );
}

const route = getRouteApi('/institutions/$id/application');

/** An application that was sent back is said anew. */
export function ResubmissionPage() {
  const { t } = useTexts();
  const { id } = route.useParams();
  const query = useQuery({ queryKey: ['institutions', 'one', id], queryFn: () => readInstitution(id) });
  return (
    <Page
      title={t('lifecycle.resubmit')}
      lead={query.data?.value.name}
      back={{ to: `/institutions/${id}`, text: t('institution.one') }}
      narrow
    >
      <QueryView query={query} lines={8}>
        {({ value, etag }) => (
          <ApplicationForm
            initial={answersFrom(value)}
            known={value.capabilities}
            send={(body) => resubmitInstitution(id, body, etag)}
          />
        )}
      </QueryView>
    </Page>
  );
}
