import { Button } from 'antd';
import { NODE_LEVELS } from '../../api/network.js';
import type { LimitRule } from '../../api/promises.js';
import { DOMAINS } from '../../api/shapes.js';
import type { FormFault } from '../../components/error-summary.js';
import { ChoicesInput } from '../../components/inputs.js';
import { useTexts, type Texts } from '../../i18n/use-texts.js';
import { LimitsField, limitsText } from './limits-field.js';

interface Props {
  readonly id: string;
  readonly rules: readonly LimitRule[];
  readonly faults: readonly FormFault[];
  readonly onChange?: (rules: readonly LimitRule[]) => void;
}

/** Limits for some tickets only; of those that fit, the first that names a limit decides it. */
export function LimitRules({ id, rules, faults, onChange }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const replaced = (at: number, rule: LimitRule) => rules.map((old, index) => (index === at ? rule : old));
  return (
    <fieldset className="group" id={id}>
      <legend className="group-title">{t('promise.rules')}</legend>
      <p className="soft">{t('promise.rulesHint')}</p>
      {rules.length === 0 && <p>{t('promise.noRules')}</p>}
      <ol className="lines policy-lines">
        {rules.map((rule, index) => (
          <li key={index}>
            {onChange ? (
              <>
                <RuleFields
                  id={`${id}.${index}`}
                  rule={rule}
                  faults={faults}
                  onChange={(changed) => onChange(replaced(index, changed))}
                />
                <Button size="small" onClick={() => onChange(rules.filter((_, at) => at !== index))}>
                  {t('form.removeLine', { number: index + 1 })}
                </Button>
              </>
            ) : (
              <>
                <strong>{scopeText(rule, texts)}</strong>
                <div>{limitsText(rule.limits, texts)}</div>
              </>
            )}
          </li>
        ))}
      </ol>
      {onChange && <Button onClick={() => onChange([...rules, { limits: {} }])}>{t('policy.addLine')}</Button>}
    </fieldset>
  );
}

interface FieldsProps {
  readonly id: string;
  readonly rule: LimitRule;
  readonly faults: readonly FormFault[];
  readonly onChange: (rule: LimitRule) => void;
}

function RuleFields({ id, rule, faults, onChange }: FieldsProps) {
  const { t } = useTexts();
  /** An empty list would fit nothing, a missing one fits everything. */
  const narrowed = (name: keyof LimitRule, values: readonly string[]) =>
    onChange({ ...rule, [name]: values.length > 0 ? values : undefined });
  const choices = (values: readonly string[], words: string) =>
    values.map((value) => ({ value, label: t(`${words}.${value}`) }));
  return (
    <>
      <div className="group-fields">
        <ChoicesInput
          id={`${id}.services`}
          label={t('promise.services')}
          hint={t('promise.servicesHint')}
          optional
          value={rule.services ?? []}
          faults={faults}
          onChange={(values) => narrowed('services', values)}
        />
        <ChoicesInput
          id={`${id}.domains`}
          label={t('promise.domains')}
          optional
          value={rule.domains ?? []}
          options={choices(DOMAINS, 'domain')}
          faults={faults}
          onChange={(values) => narrowed('domains', values)}
        />
        <ChoicesInput
          id={`${id}.levels`}
          label={t('promise.levels')}
          optional
          value={rule.levels ?? []}
          options={choices(NODE_LEVELS, 'nodeLevel')}
          faults={faults}
          onChange={(values) => narrowed('levels', values)}
        />
        <ChoicesInput
          id={`${id}.urgencies`}
          label={t('promise.urgencies')}
          optional
          value={rule.urgencies ?? []}
          options={choices(['normal', 'urgent'], 'urgency')}
          faults={faults}
          onChange={(values) => narrowed('urgencies', values)}
        />
      </div>
      <LimitsField
        id={`${id}.limits`}
        limits={rule.limits}
        required={[]}
        faults={faults}
        onChange={(limits) => onChange({ ...rule, limits })}
      />
    </>
  );
}

function scopeText({ services, domains, levels, urgencies }: LimitRule, { t }: Texts): string {
  const parts = [
    services?.join('、'),
    domains?.map((domain) => t(`domain.${domain}`)).join('、'),
    levels?.map((level) => t(`nodeLevel.${level}`)).join('、'),
    urgencies?.map((urgency) => t(`urgency.${urgency}`)).join('、'),
  ];
  return parts.filter(Boolean).join(' · ') || t('promise.everyTicket');
}
