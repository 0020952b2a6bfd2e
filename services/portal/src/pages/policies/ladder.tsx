import { Button } from 'antd';
import type { Rung } from '../../api/promises.js';
import type { FormFault } from '../../components/error-summary.js';
import { shareText } from '../../format/numbers.js';
import { useTexts, type Texts } from '../../i18n/use-texts.js';
import { RungFields } from './rung-fields.js';

interface Props {
  readonly id: string;
  readonly rungs: readonly Rung[];
  readonly faults: readonly FormFault[];
  readonly onChange?: (rungs: readonly Rung[]) => void;
}

const NEW_RUNG: Rung = {
  code: '',
  clock: 'accept',
  when: { workingDaysAfterDue: 1 },
  audience: 'node-lead',
  act: 'notify',
};

/** What happens by itself as a ticket gets late, step by step. */
export function Ladder({ id, rungs, faults, onChange }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const titles = ['clock', 'when', 'act', 'audience', 'code'];
  return (
    <fieldset className="group" id={id}>
      <legend className="group-title">{t('promise.ladder')}</legend>
      <p className="soft">{t('promise.ladderHint')}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('promise.ladder')}>
        <table className="figures">
          <thead>
            <tr>
              {titles.map((title) => (
                <th key={title} scope="col">
                  {t(`promise.rung.${title}`)}
                </th>
              ))}
              {onChange && <th scope="col">{t('promise.rung.remove')}</th>}
            </tr>
          </thead>
          <tbody>
            {rungs.map((rung, index) => (
              <tr key={index}>
                {onChange ? (
                  <RungFields
                    id={`${id}.${index}`}
                    rung={rung}
                    faults={faults}
                    onChange={(changed) => onChange(rungs.map((old, at) => (at === index ? changed : old)))}
                    onRemove={() => onChange(rungs.filter((_, at) => at !== index))}
                  />
                ) : (
                  <RungCells rung={rung} texts={texts} />
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {onChange && <Button onClick={() => onChange([...rungs, NEW_RUNG])}>{t('policy.addLine')}</Button>}
    </fieldset>
  );
}

function RungCells({ rung: { clock, when, act, audience, code }, texts }: { rung: Rung; texts: Texts }) {
  const { t } = texts;
  return (
    <>
      <th scope="row">{t(`clock.${clock}`)}</th>
      <td>{whenText(when, texts)}</td>
      <td>{t(`rungAct.${act}`)}</td>
      <td>{t(`audience.${audience}`)}</td>
      <td className="soft">{code}</td>
    </>
  );
}

function whenText({ share, workingDaysAfterDue, workingDaysIn }: Rung['when'], { t, language }: Texts): string {
  if (share !== undefined) return t('promise.at.share', { share: shareText(share, language) });
  if (workingDaysIn !== undefined) return t('promise.at.workingDaysIn', { days: workingDaysIn });
  return workingDaysAfterDue ? t('promise.at.workingDaysAfterDue', { days: workingDaysAfterDue }) : t('promise.at.due');
}
