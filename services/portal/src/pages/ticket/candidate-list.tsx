import { SCORE_PARTS, type Candidate } from '../../api/decision.js';
import { useTexts } from '../../i18n/use-texts.js';

/** Every institution that was looked at: those that may by rank, then the others with what speaks against them. */
export function CandidateList({ candidates }: { candidates: readonly Candidate[] }) {
  const { t } = useTexts();
  const able = candidates.filter(({ rank }) => rank !== undefined).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const unable = candidates.filter(({ rank }) => rank === undefined);
  const best = Math.max(...able.map(({ score }) => score?.total ?? 0), Number.EPSILON);
  return (
    <details className="more-facts">
      <summary>{t('decision.candidates', { count: candidates.length })}</summary>
      {able.length > 0 && (
        <>
          <ScoreLegend />
          <ol className="candidates">
            {able.map((candidate) => (
              <Able key={candidate.institutionId} candidate={candidate} best={best} />
            ))}
          </ol>
        </>
      )}
      {unable.length > 0 && (
        <>
          <h3>{t('decision.unable', { count: unable.length })}</h3>
          <ul className="candidates">
            {unable.map((candidate) => (
              <Unable key={candidate.institutionId} candidate={candidate} />
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

function ScoreLegend() {
  const { t } = useTexts();
  return (
    <p className="score-legend" aria-hidden>
      {SCORE_PARTS.map((part) => (
        <span key={part} className={`score-${part}`}>
          {t(`scorePart.${part}`)}
        </span>
      ))}
    </p>
  );
}

/** The bar is as long as the score against the best one's; its parts are said in words below it. */
function Able({ candidate, best }: { candidate: Candidate; best: number }) {
  const { t } = useTexts();
  const { rank = 0, name, kilometres, openTickets, score } = candidate;
  const parts = SCORE_PARTS.flatMap((part) => (score?.[part] ? [{ part, value: score[part] }] : []));
  return (
    <li>
      <div className="candidate-head">
        <span>
          <strong>{t('decision.ranked', { rank })}</strong> {name}
        </span>
        <strong className="number">{score ? score.total.toFixed(2) : '—'}</strong>
      </div>
      <div className="score-bar" aria-hidden>
        {parts.map(({ part, value }) => (
          <span key={part} className={`score-${part}`} style={{ width: `${(value / best) * 100}%` }} />
        ))}
      </div>
      <div className="soft">
        {parts.map(({ part, value }) => `${t(`scorePart.${part}`)} ${value.toFixed(2)}`).join(' · ')}
      </div>
      <div className="soft">
        {kilometres !== undefined && `${t('decision.far', { kilometres })} · `}
        {t('decision.busy', { count: openTickets })}
      </div>
    </li>
  );
}

function Unable({ candidate: { name, verdicts } }: { candidate: Candidate }) {
  const { t, word } = useTexts();
  const against = Object.entries(verdicts).filter(([, verdict]) => verdict !== 'PASS');
  return (
    <li>
      <div>{name}</div>
      {against.length === 0 && <div className="soft">{t('decision.notAsked')}</div>}
      <ul className="verdicts" aria-label={t('decision.verdicts')}>
        {against.map(([filter, verdict]) => (
          <li key={filter}>
            <span className="soft">{word(`filter.${filter}`, filter)}</span> {word(`verdict.${verdict}`, verdict)}
          </li>
        ))}
      </ul>
    </li>
  );
}
