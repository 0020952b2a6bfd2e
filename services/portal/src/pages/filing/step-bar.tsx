import { useTexts } from '../../i18n/use-texts.js';
import { STEPS, type FilingStep } from './steps.js';

export function StepBar({ step, onChoose }: { step: FilingStep; onChoose: (step: FilingStep) => void }) {
  const { t } = useTexts();
  const current = STEPS.indexOf(step);
  return (
    <ol className="steps" aria-label={t('filing.steps')}>
      {STEPS.map((name, index) => (
        <li key={name} className={index === current ? 'step-now' : index < current ? 'step-done' : 'step-next'}>
          <button
            type="button"
            disabled={index >= current}
            aria-current={index === current ? 'step' : undefined}
            onClick={() => onChoose(name)}
          >
            <span aria-hidden="true">{index < current ? '✓' : index + 1}</span>
            {t(`filing.step.${name}`)}
          </button>
        </li>
      ))}
    </ol>
  );
}
