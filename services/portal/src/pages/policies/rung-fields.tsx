import { Button, Input, InputNumber, Select } from 'antd';
import { LADDER_CLOCKS, RUNG_ACTS, RUNG_AUDIENCES, RUNG_TIMES, type Rung, type RungTime } from '../../api/promises.js';
import type { FormFault } from '../../components/error-summary.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly id: string;
  readonly rung: Rung;
  readonly faults: readonly FormFault[];
  readonly onChange: (rung: Rung) => void;
  readonly onRemove: () => void;
}

/** The cells of a rung that is edited; what is wrong with it stands below its code. */
export function RungFields({ id, rung, faults, onChange, onRemove }: Props) {
  const { t } = useTexts();
  const kind = RUNG_TIMES.find((time) => rung.when[time] !== undefined) ?? 'workingDaysAfterDue';
  const own = faults.filter(({ fieldId }) => fieldId?.startsWith(`${id}.`));
  const choice = (field: 'clock' | 'act' | 'audience', values: readonly string[], words: string) => (
    <Select
      id={`${id}.${field}`}
      aria-label={t(`promise.rung.${field}`)}
      className="rung-choice"
      value={rung[field] as string}
      options={values.map((value) => ({ value, label: t(`${words}.${value}`) }))}
      onChange={(value) => onChange({ ...rung, [field]: value })}
    />
  );
  return (
    <>
      <td>{choice('clock', LADDER_CLOCKS, 'clock')}</td>
      <td>
        <span className="span-field">
          <Select
            id={`${id}.when`}
            aria-label={t('promise.rung.when')}
            className="rung-choice"
            value={kind}
            options={RUNG_TIMES.map((value) => ({ value, label: t(`promise.time.${value}`) }))}
            onChange={(chosen) => onChange({ ...rung, when: timeOf(chosen, chosen === 'share' ? 0.8 : 1) })}
          />
          <InputNumber
            aria-label={t(`promise.time.${kind}`)}
            value={rung.when[kind] ?? null}
            min={0}
            step={kind === 'share' ? 0.05 : 1}
            onChange={(value) => value !== null && onChange({ ...rung, when: timeOf(kind, value) })}
          />
        </span>
      </td>
      <td>{choice('act', RUNG_ACTS, 'rungAct')}</td>
      <td>{choice('audience', RUNG_AUDIENCES, 'audience')}</td>
      <td>
        <Input
          id={`${id}.code`}
          aria-label={t('promise.rung.code')}
          value={rung.code}
          maxLength={30}
          onChange={(event) => onChange({ ...rung, code: event.target.value })}
        />
        {own.map(({ fieldId, text }) => (
          <div key={`${fieldId}/${text}`} className="field-fault">
            {text}
          </div>
        ))}
      </td>
      <td>
        <Button size="small" onClick={onRemove}>
          {t('promise.rung.remove')}
        </Button>
      </td>
    </>
  );
}

const timeOf = (kind: (typeof RUNG_TIMES)[number], value: number): RungTime => ({ [kind]: value });
