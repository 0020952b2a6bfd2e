import { Checkbox, Input, Radio } from 'antd';
import type { Mode, Urgency } from '../../api/shapes.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { PlaceFields } from '../../components/place-fields.js';
import { useTexts } from '../../i18n/use-texts.js';
import { missingContact, type Draft } from './draft.js';
import { EnterpriseField } from './enterprise-field.js';
import { StepFoot } from './step-foot.js';
import type { StepProps } from './step-props.js';
import { WalkInFields } from './walk-in-fields.js';

const MODES: readonly Mode[] = ['online', 'offline', 'on-site'];
const NOBODY_YET = { uscc: '', name: '', unregistered: true } as const;
const URGENCIES: readonly Urgency[] = ['normal', 'urgent'];

/** Who, where and how. */
export function ContactStep({
  draft,
  setDraft,
  faults,
  setFaults,
  onDone,
  onBack,
  staff,
}: StepProps & { staff: boolean }) {
  const { t } = useTexts();
  const walkIn = draft.enterprise?.unregistered === true;
  const change = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const missing = missingContact(draft, staff);
    if (missing.length === 0) onDone();
    else setFaults(missing.map((field) => ({ fieldId: `filing.${field}`, text: t(`filing.missing.${field}`) })));
  };
  return (
    <form className="panel form" onSubmit={submit} noValidate>
      <ErrorSummary faults={faults} />
      {staff && (
        <Checkbox
          checked={walkIn}
          onChange={({ target }) => change({ enterprise: target.checked ? NOBODY_YET : undefined })}
        >
          {t('walkIn.unregistered')}
        </Checkbox>
      )}
      {staff && walkIn && draft.enterprise && (
        <WalkInFields value={draft.enterprise} faults={faults} onChange={(enterprise) => change({ enterprise })} />
      )}
      {staff && !walkIn && <EnterpriseField value={draft.enterprise} faults={faults} onChange={change} />}
      <Field id="filing.contact.name" label={t('filing.contactName')} faults={faults}>
        <Input
          id="filing.contact.name"
          autoComplete="name"
          maxLength={50}
          value={draft.contactName}
          onChange={(event) => change({ contactName: event.target.value })}
        />
      </Field>
      <Field id="filing.contact.phone" label={t('filing.contactPhone')} hint={t('filing.phoneHint')} faults={faults}>
        <Input
          id="filing.contact.phone"
          autoComplete="tel"
          inputMode="tel"
          maxLength={30}
          value={draft.contactPhone}
          onChange={(event) => change({ contactPhone: event.target.value })}
        />
      </Field>
      <PlaceFields
        prefix="filing"
        regionCode={draft.regionCode}
        parkCode={draft.parkCode}
        faults={faults}
        onChange={change}
      />
      <Choice
        id="filing.mode"
        label={t('filing.mode')}
        of={MODES}
        words="mode"
        value={draft.mode}
        onChange={(mode) => change({ mode })}
      />
      <Choice
        id="filing.urgency"
        label={t('filing.urgency')}
        of={URGENCIES}
        words="urgency"
        value={draft.urgency}
        onChange={(urgency) => change({ urgency })}
      />
      <Field id="filing.wantedDate" label={t('filing.wantedDate')} optional faults={faults}>
        <Input
          id="filing.wantedDate"
          type="date"
          value={draft.wantedDate ?? ''}
          onChange={(event) => change({ wantedDate: event.target.value || undefined })}
        />
      </Field>
      <StepFoot onBack={onBack} next={t('filing.next')} />
    </form>
  );
}

interface ChoiceProps<T extends string> {
  readonly id: string;
  readonly label: string;
  readonly of: readonly T[];
  readonly words: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ id, label, of, words, value, onChange }: ChoiceProps<T>) {
  const { t } = useTexts();
  return (
    <fieldset className="group" id={id} tabIndex={-1}>
      <legend className="group-title">{label}</legend>
      <Radio.Group
        name={id}
        value={value}
        options={of.map((choice) => ({ value: choice, label: t(`${words}.${choice}`) }))}
        onChange={(event) => onChange(event.target.value as T)}
      />
    </fieldset>
  );
}
