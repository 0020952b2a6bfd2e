import { QUALIFICATION_KINDS } from '../../api/institutions.js';
import type { FormFault } from '../../components/error-summary.js';
import { ChoicesInput, TextInput } from '../../components/inputs.js';
import { useTexts } from '../../i18n/use-texts.js';
import type { QualificationAnswers } from './qualification-answers.js';

interface Props {
  readonly prefix: string;
  readonly answers: QualificationAnswers;
  /** Kind and number name it and cannot be changed later. */
  readonly isNew: boolean;
  readonly faults?: readonly FormFault[];
  readonly onChange: (answers: QualificationAnswers) => void;
}

/** The facts of one qualification record. */
export function QualificationFields({ prefix, answers, isNew, faults, onChange }: Props) {
  const { t } = useTexts();
  const input = (field: keyof QualificationAnswers) => ({
    id: `${prefix}.${field}`,
    label: t(`qualification.${field}`),
    value: answers[field],
    faults,
    onChange: (value: string) => onChange({ ...answers, [field]: value }),
  });
  const { kind } = answers;
  return (
    <>
      {isNew && (
        <>
          <ChoicesInput
            id={`${prefix}.kind`}
            label={t('qualification.kind')}
            hint={t('qualification.kindHint')}
            value={kind ? [kind] : []}
            suggestions={QUALIFICATION_KINDS}
            faults={faults}
            onChange={(chosen) => onChange({ ...answers, kind: chosen.at(-1) ?? '' })}
          />
          <TextInput {...input('number')} max={60} />
        </>
      )}
      <div className="field-pair">
        <TextInput {...input('validFrom')} type="date" />
        <TextInput {...input('validUntil')} type="date" optional />
      </div>
      <div className="field-pair">
        <TextInput {...input('issuer')} max={100} optional />
        <TextInput {...input('issuedOn')} type="date" optional />
      </div>
      <TextInput {...input('evidence')} max={200} hint={t('qualification.evidenceHint')} optional />
    </>
  );
}
