import { useQueries } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { listDeadLetters, SERVICES, type DeadLetterStatus } from '../../api/operations.js';
import { isApiError } from '../../api/problem.js';
import { Empty } from '../../components/empty.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { Skeleton } from '../../components/skeleton.js';
import { useTexts } from '../../i18n/use-texts.js';
import { DeadLetterCard } from './dead-letter-card.js';

const STATUSES: readonly DeadLetterStatus[] = ['parked', 'replayed', 'discarded'];
const route = getRouteApi('/dead-letters');

/** Every event that some service could not handle, over all services. */
export function DeadLettersPage() {
  const { t } = useTexts();
  const { status = 'parked' } = route.useSearch();
  const navigate = route.useNavigate();
  const answers = useQueries({
    queries: SERVICES.map((service) => ({
      queryKey: ['dead-letters', service, status],
      queryFn: () => listDeadLetters(service, status),
      retry: false,
    })),
  });
  const letters = answers.flatMap(({ data = [] }, index) =>
    data.map((letter) => ({ service: SERVICES[index] ?? 'intake', letter })),
  );
  const failed = SERVICES.filter((_, index) => isApiError(answers[index]?.error));
  const pending = answers.some(({ isPending }) => isPending);
  return (
    <Page title={t('deadLetters.title')} lead={t('deadLetters.lead')}>
      <div className="chips" role="group" aria-label={t('queue.status')}>
        {STATUSES.map((candidate) => (
          <button
            key={candidate}
            type="button"
            className="chip"
            aria-pressed={candidate === status}
            onClick={() => void navigate({ search: { status: candidate }, replace: true })}
          >
            {t(`deadLetters.status.${candidate}`)}
          </button>
        ))}
      </div>
      {failed.length > 0 && (
        <Notice tone="warn" title={t('deadLetters.unreachable')}>
          {failed.join(', ')}
        </Notice>
      )}
      {pending && <Skeleton />}
      {!pending && letters.length === 0 && <Empty title={t(`deadLetters.empty.${status}`)} />}
      <ul className="cards">
        {letters.map(({ service, letter }) => (
          <DeadLetterCard key={`${service}/${letter.id}`} service={service} letter={letter} />
        ))}
      </ul>
    </Page>
  );
}
