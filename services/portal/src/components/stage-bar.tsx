import { useTexts } from '../i18n/use-texts.js';

interface Props {
  readonly stages: readonly string[];
  /** Index of the stage that is under way; all before it are done. */
  readonly current: number;
  readonly held?: string;
}

/** Where a case stands on its way. */
export function StageBar({ stages, current, held }: Props) {
  const { t } = useTexts();
  return (
    <ol className="stages">
      {stages.map((stage, index) => {
        const state = index < current ? 'done' : index === current ? (held ? 'held' : 'now') : 'next';
        return (
          <li key={stage} className={`stage-${state}`} aria-current={index === current ? 'step' : undefined}>
            <span className="stage-dot" aria-hidden="true">
              {state === 'done' ? '✓' : state === 'held' ? '!' : index + 1}
            </span>
            <span>
              {stage}
              <small>{state === 'held' ? held : t(`stage.${state}`)}</small>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
