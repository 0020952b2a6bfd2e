import { useQuery } from '@tanstack/react-query';
import type { Candidate, Decision, Ticket } from '../../api/tickets.js';
import { nodesQuery } from '../../app/queries.js';
import { useTexts } from '../../i18n/use-texts.js';
import { decisionQuery } from './ticket-queries.js';

const BEST = 5;

/** "Why here": the office, the institution, and who else was looked at. */
export function DecisionPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTexts();
  const { data } = useQuery(decisionQuery(ticket.id));
  if (!data) return null;
  return (
    <section className="panel">
      <h2>{t('decision.title')}</h2>
      <DecisionText decision={data} />
      {data.candidates.length > 0 && <Candidates decision={data} />}
      <p className="soft">{t('decision.ruleSet', { ruleSet: data.ruleSet })}</p>
    </section>
  );
}

function DecisionText({ decision: { node, institution } }: { decision: Decision }) {
  const { t, word, name } = useTexts();
  const { data: nodes = [] } = useQuery(nodesQuery);
  const nameOf = (code: string) => name(nodes.find((candidate) => candidate.code === code)?.name) || code;
  return (
    <>
      <p>
        {t('decision.node', {
          node: nameOf(node.code),
          reason: word(`nodeReason.${node.reasonCode}`, node.reasonCode),
        })}
      </p>
      <p>
        {institution.name
          ? t('decision.institution', { institution: institution.name, choice: t(`choice.${institution.choice}`) })
          : t('decision.noInstitution')}
        {institution.clientWish && ` ${word(`clientWish.${institution.clientWish}`, institution.clientWish)}`}
      </p>
    </>
  );
}

function Candidates({ decision }: { decision: Decision }) {
  const { t } = useTexts();
  const ranked = [...decision.candidates].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  return (
    <details className="more-facts">
      <summary>{t('decision.candidates', { count: ranked.length })}</summary>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{t('decision.rank')}</th>
            <th scope="col">{t('request.institution')}</th>
            <th scope="col">{t('decision.kilometres')}</th>
            <th scope="col">{t('decision.load')}</th>
            <th scope="col">{t('decision.score')}</th>
          </tr>
        </thead>
        <tbody>
          {ranked.map((candidate, index) => (
            <CandidateRow
              key={candidate.institutionId}
              candidate={candidate}
              strong={index < BEST && !!candidate.rank}
            />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function CandidateRow({ candidate, strong }: { candidate: Candidate; strong: boolean }) {
  const { word } = useTexts();
  const { rank, name, kilometres, openTickets, score, verdicts } = candidate;
  const failed = Object.values(verdicts).filter((verdict) => verdict !== 'PASS');
  return (
    <tr className={strong ? undefined : 'soft'}>
      <td>{rank ?? '—'}</td>
      <td>
        {name}
        {failed.length > 0 && (
          <div className="soft">{failed.map((verdict) => word(`verdict.${verdict}`, verdict)).join('、')}</div>
        )}
      </td>
      <td>{kilometres ?? '—'}</td>
      <td>{openTickets}</td>
      <td>{score ? score.total.toFixed(2) : '—'}</td>
    </tr>
  );
}
