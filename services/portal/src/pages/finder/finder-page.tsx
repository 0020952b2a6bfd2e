import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { askFinder, type FinderQuestion, type FinderStep } from '../../api/finder.js';
import { Facts } from '../../components/facts.js';
import { Page } from '../../components/page.js';
import { QueryView } from '../../components/query-view.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Proposals } from './proposals.js';

const route = getRouteApi('/finder');

/** Three to five questions for people who do not know what to ask for; the answers stand in the address. */
export function FinderPage() {
  const { t } = useTexts();
  const { a = '' } = route.useSearch();
  const answers = a === '' ? [] : a.split(',');
  const query = useQuery({ queryKey: ['finder', a], queryFn: () => askFinder(answers) });
  return (
    <Page title={t('finder.title')} lead={t('finder.lead')} narrow>
      <QueryView query={query} lines={6}>
        {(step) => (
          <div className="stack">
            {step.question && <Question question={step.question} answers={answers} />}
            {step.proposals && <Proposals proposals={step.proposals} />}
            {step.answers.length > 0 && <Given step={step} answers={answers} />}
          </div>
        )}
      </QueryView>
    </Page>
  );
}

function Question({ question, answers }: { question: FinderQuestion; answers: readonly string[] }) {
  const { t, name } = useTexts();
  return (
    <section className="panel">
      <p className="soft">{t('finder.question', { number: answers.length + 1 })}</p>
      <h2>{name(question.text)}</h2>
      <ul className="package-list">
        {question.options.map(({ id, text }) => (
          <li key={id}>
            <Link to="/finder" search={{ a: [...answers, id].join(',') }}>
              <strong>{name(text)}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Given({ step, answers }: { step: FinderStep; answers: readonly string[] }) {
  const { t, name } = useTexts();
  return (
    <section className="panel">
      <h2>{t('finder.given')}</h2>
      <Facts facts={step.answers.map(({ question, answer }) => [name(question), name(answer)] as const)} />
      <p className="panel-links">
        <Link to="/finder" search={{ a: answers.slice(0, -1).join(',') || undefined }}>
          {t('finder.back')}
        </Link>{' '}
        <Link to="/finder" search={{}}>
          {t('finder.again')}
        </Link>
      </p>
    </section>
  );
}
