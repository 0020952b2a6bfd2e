import { useState } from 'react';
import { CLASSES, editInstitution, type Institution, type InstitutionEdit } from '../../api/institutions.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoiceInput, TextInput } from '../../components/inputs.js';
import { NodeChoice } from '../../components/node-choice.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly institution: Institution;
  readonly etag?: string;
  readonly onClose: () => void;
}

const FIELDS = [
  'name',
  'kind',
  'scope',
  'homeNodeCode',
  'coverageNodeCode',
  'riskClass',
  'riskClassSource',
  'riskClassDate',
  'serviceGrade',
] as const;
type Field = (typeof FIELDS)[number];

const factsOf = (institution: Institution) =>
  Object.fromEntries(FIELDS.map((field) => [field, institution[field] ?? ''])) as Record<Field, string>;

/** What is known of a body; the authority's class is told together with who said so and when. */
export function InstitutionForm({ institution, etag, onClose }: Props) {
  const { t } = useTexts();
  const [facts, setFacts] = useState(() => factsOf(institution));
  const save = useChange(() => editInstitution(institution.id, editOf(institution, facts), etag), {
    touches: [['institutions']],
    onDone: onClose,
  });
  const faults = faultsOf(save.error, 'institution');
  const input = (field: Field) => ({
    id: `institution.${field}`,
    label: t(`institution.${field === 'homeNodeCode' ? 'home' : field === 'coverageNodeCode' ? 'coverage' : field}`),
    value: facts[field],
    faults,
    onChange: (value: string) => setFacts({ ...facts, [field]: value }),
  });
  const classes = CLASSES.map((letter) => ({ value: letter as string, label: letter }));
  return (
    <ActionModal
      open
      title={t('institution.edit')}
      confirm={t('network.save')}
      disabled={facts.name.trim() === '' || facts.kind.trim() === ''}
      mutation={save}
      onClose={onClose}
    >
      <TextInput {...input('name')} max={200} />
      <TextInput {...input('kind')} max={50} />
      <TextInput {...input('scope')} rows={3} max={1_000} />
      <NodeChoice {...input('homeNodeCode')} />
      <NodeChoice {...input('coverageNodeCode')} />
      <ChoiceInput {...input('riskClass')} options={classes} />
      {facts.riskClass && (
        <>
          <TextInput {...input('riskClassSource')} max={200} />
          <TextInput {...input('riskClassDate')} type="date" />
        </>
      )}
      <ChoiceInput {...input('serviceGrade')} options={classes} />
    </ActionModal>
  );
}

/** Only what differs: what is not said stays. */
function editOf(institution: Institution, facts: Record<Field, string>): InstitutionEdit {
  const before = factsOf(institution);
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const value = facts[field].trim();
      return value !== '' && value !== before[field] ? [[field, value]] : [];
    }),
  );
}
