import { useQuery } from '@tanstack/react-query';
import type { Decision, Override } from '../../api/decision.js';
import type { Ticket } from '../../api/tickets.js';
import { Moment } from '../../components/moment.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { useNodeName } from '../../components/use-node-name.js';
import { useTexts } from '../../i18n/use-texts.js';
import { CandidateList } from './candidate-list.js';
import { decisionQuery } from './ticket-queries.js';
import '../../styles/decision.css';

/** The routing receipt, "why here": the office, the institution, who else was looked at, and what people changed. */
export function DecisionPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTexts();
  const { data, error } = useQuery(decisionQuery(ticket.id));
  return (
    <section className="panel decision">
      <h2>{t('decision.title')}</h2>
      {!data && (error ? <ProblemPanel error={error} /> : <Skeleton lines={3} />)}
      {data && (
        <>
          <DecisionText decision={data} />
          <Overrides decision={data} />
          {data.candidates.length > 0 && <CandidateList candidates={data.candidates} />}
          <p className="soft">
            {t('decision.madeBy', { ruleSet: data.ruleSet, network: data.networkVersion })}{' '}
            <Moment at={data.decidedAt} full />
          </p>
        </>
      )}
    </section>
  );
}

function DecisionText({ decision: { node, institution, sentence, triage } }: { decision: Decision }) {
  const { t, word, name } = useTexts();
  const nameOf = useNodeName();
  return (
    <>
      {triage && (
        <p>
          <span className="tag tag-warn">{t('triage.waits')}</span>{' '}
          {word(`triageReason.${triage.reasonCode}`, triage.reasonCode)}
        </p>
      )}
      <p>
        {t('decision.node', {
          node: nameOf(node.code),
          reason: word(`nodeReason.${node.reasonCode}`, node.reasonCode),
        })}
      </p>
      {node.steps.length > 1 && (
        <ol className="decision-steps">
          {node.steps.map(({ nodeCode, reasonCode }) => (
            <li key={nodeCode}>
              {nameOf(nodeCode)} <span className="soft">{word(`nodeReason.${reasonCode}`, reasonCode)}</span>
            </li>
          ))}
        </ol>
      )}
      <p>
        {institution.name
          ? t('decision.institution', { institution: institution.name, choice: t(`choice.${institution.choice}`) })
          : t('decision.noInstitution')}
        {institution.clientWish && ` ${word(`clientWish.${institution.clientWish}`, institution.clientWish)}`}
      </p>
      <p className="soft">{t('decision.told', { sentence: name(sentence) })}</p>
    </>
  );
}

function Overrides({ decision: { overrides, candidates } }: { decision: Decision }) {
  const { t } = useTexts();
  const nodeName = useNodeName();
  if (overrides.length === 0) return null;
  const nameOf = (institutionId?: string): string =>
    candidates.find((candidate) => candidate.institutionId === institutionId)?.name ??
    institutionId ??
    t('decision.nobody');
  const changesOf = (override: Override): string[] => {
    const { fromNodeCode, toNodeCode, fromInstitutionId, toInstitutionId } = override;
    const movesOffice = fromNodeCode && toNodeCode && fromNodeCode !== toNodeCode;
    return [
      ...(movesOffice ? [`${nodeName(fromNodeCode)} → ${nodeName(toNodeCode)}`] : []),
      ...(fromInstitutionId === toInstitutionId ? [] : [`${nameOf(fromInstitutionId)} → ${nameOf(toInstitutionId)}`]),
    ];
  };
  return (
    <div className="notice notice-warn">
      <strong>{t('decision.overrides')}</strong>
      <ul>
        {overrides.map((override) => (
          <li key={override.at}>
            <Moment at={override.at} /> {[override.by, ...changesOf(override)].join(' · ')}
            {override.reason && <div className="soft">{override.reason}</div>}
          </li>
        ))}
      </ul>
    </div>
  );
}
