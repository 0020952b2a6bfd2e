import { InputNumber, Select } from 'antd';
import { LIMIT_NAMES, SPAN_UNITS, type LimitName, type Limits, type Span } from '../../api/promises.js';
import type { FormFault } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { useTexts, type Texts } from '../../i18n/use-texts.js';

interface Props {
  /** Of the limits; each field's id begins with it. */
  readonly id: string;
  readonly limits: Limits;
  readonly required: readonly LimitName[];
  readonly faults: readonly FormFault[];
  readonly onChange: (limits: Limits) => void;
}

/** The limits of a promise; one that is cleared is not promised here. */
export function LimitsField({ id, limits, required, faults, onChange }: Props) {
  const { t } = useTexts();
  return (
    <div className="group-fields">
      {LIMIT_NAMES.map((name) => (
        <SpanField
          key={name}
          id={`${id}.${name}`}
          label={t(`clock.${name}`)}
          optional={!required.includes(name)}
          span={limits[name]}
          faults={faults}
          onChange={(span) => onChange(withLimit(limits, name, span))}
        />
      ))}
    </div>
  );
}

/** A limit that is undefined is left out of what is sent. */
const withLimit = (limits: Limits, name: LimitName, span: Span | undefined): Limits => ({ ...limits, [name]: span });

interface SpanProps {
  readonly id: string;
  readonly label: string;
  readonly optional: boolean;
  readonly span: Span | undefined;
  readonly faults: readonly FormFault[];
  readonly onChange: (span: Span | undefined) => void;
}

function SpanField({ id, label, optional, span, faults, onChange }: SpanProps) {
  const { t } = useTexts();
  const field = `${id}.n`;
  const unit = span?.unit ?? 'working-day';
  const own = faults.map((fault) => (fault.fieldId === id ? { ...fault, fieldId: field } : fault));
  return (
    <Field id={field} label={label} optional={optional} faults={own}>
      <span className="span-field">
        <InputNumber
          id={field}
          value={span?.n ?? null}
          min={0}
          precision={0}
          onChange={(n) => onChange(n === null ? undefined : { unit, n })}
        />
        <Select
          aria-label={t('promise.unit', { limit: label })}
          value={unit}
          disabled={!span}
          options={SPAN_UNITS.map((value) => ({ value, label: t(`spanUnit.${value}`) }))}
          onChange={(chosen) => span && onChange({ ...span, unit: chosen })}
        />
      </span>
    </Field>
  );
}

/** All limits that are promised, in words. */
export function limitsText(limits: Limits, { t }: Texts): string {
  const texts = LIMIT_NAMES.flatMap((name) => {
    const span = limits[name];
    return span ? [t('promise.limit', { name: t(`clock.${name}`), n: span.n, unit: t(`spanUnit.${span.unit}`) })] : [];
  });
  return texts.join(t('promise.and')) || t('policy.nothing');
}
