import { SCORE_PARTS } from '../../api/decision.js';
import type { FormFault } from '../../components/error-summary.js';
import { NumberInput } from '../../components/inputs.js';
import { shareText } from '../../format/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';
import { CONTENT } from './content-faults.js';
import { sumOf, sumsToOne } from './weight-sum.js';

interface Props {
  readonly weights: Readonly<Record<string, number>>;
  readonly faults: readonly FormFault[];
  readonly onChange?: (weights: Readonly<Record<string, number>>) => void;
}

/** What counts in a proposal and how much; together they are one whole. */
export function Weights({ weights, faults, onChange }: Props) {
  const { t, word, language } = useTexts();
  const sum = sumOf(weights);
  const sound = sumsToOne(sum);
  return (
    <fieldset className="group" id={`${CONTENT}.weights`}>
      <legend className="group-title">{t('policy.weights')}</legend>
      <p className="soft">{t('policy.weightsHint')}</p>
      <ul className="weights">
        {inOrder(weights).map(([part, weight]) => (
          <li key={part}>
            {onChange ? (
              <NumberInput
                id={`${CONTENT}.weights.${part}`}
                label={word(`scorePart.${part}`, part)}
                value={weight}
                min={0}
                max={1}
                step={0.01}
                faults={faults}
                onChange={(value) => onChange({ ...weights, [part]: value ?? 0 })}
              />
            ) : (
              <span>
                {word(`scorePart.${part}`, part)} <strong className="number">{shareText(weight, language)}</strong>
              </span>
            )}
            <span className={`weight-bar score-${part}`} aria-hidden>
              <span style={{ width: `${Math.min(1, weight) * 100}%` }} />
            </span>
            <span className="soft">{word(`weightHint.${part}`, '')}</span>
          </li>
        ))}
      </ul>
      <p role="status" className={sound ? 'weight-sum' : 'weight-sum weight-sum-bad'}>
        {t(sound ? 'policy.sumSound' : 'policy.sumUnsound', { sum: sum.toFixed(2) })}
      </p>
    </fieldset>
  );
}

/** As scores are shown elsewhere; parts that only the service knows come last. */
function inOrder(weights: Props['weights']): readonly (readonly [string, number])[] {
  const known = SCORE_PARTS.flatMap((part) => (part in weights ? [[part, weights[part] ?? 0] as const] : []));
  const names = new Set<string>(SCORE_PARTS);
  return [...known, ...Object.entries(weights).filter(([part]) => !names.has(part))];
}
