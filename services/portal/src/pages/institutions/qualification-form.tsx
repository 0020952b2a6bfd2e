import { useState } from 'react';
import {
  addQualification,
  editQualification,
  QUALIFICATION_MOVES,
  type Qualification,
  type QualificationMove,
} from '../../api/institutions.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoiceInput, TextInput } from '../../components/inputs.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly institutionId: string;
  /** The one to change; a new one without. */
  readonly qualification?: Qualification;
  readonly etag?: string;
  readonly onClose: () => void;
}

const MOVES: Record<Qualification['status'], readonly QualificationMove[]> = {
  VALID: ['suspend', 'revoke'],
  SUSPENDED: ['reinstate', 'revoke'],
  REVOKED: [],
};

/** Enters a qualification, renews it, or writes down that the authority suspended or revoked it. */
export function QualificationForm({ institutionId, qualification, etag, onClose }: Props) {
  const { t } = useTexts();
  const [facts, setFacts] = useState({
    kind: qualification?.kind ?? '',
    number: qualification?.number ?? '',
    validFrom: qualification?.validFrom ?? '',
    validUntil: qualification?.validUntil ?? '',
  });
  const [move, setMove] = useState('');
  const [reason, setReason] = useState('');
  const { kind, number, validFrom, validUntil } = facts;
  const body = { kind: kind.trim(), number: number.trim(), validFrom, ...(validUntil && { validUntil }) };
  const wanted = QUALIFICATION_MOVES.find((candidate) => candidate === move);
  const save = useChange(
    () =>
      qualification
        ? editQualification(institutionId, { ...body, ...(wanted && { move: wanted, reason: reason.trim() }) }, etag)
        : addQualification(institutionId, body, etag),
    { touches: [['institutions'], ['qualifications']], onDone: onClose },
  );
  const faults = faultsOf(save.error, 'qualification');
  const input = (field: keyof typeof facts) => ({
    id: `qualification.${field}`,
    label: t(`qualification.${field}`),
    value: facts[field],
    faults,
    onChange: (value: string) => setFacts({ ...facts, [field]: value }),
  });
  const moves = qualification ? MOVES[qualification.status] : [];
  return (
    <ActionModal
      open
      title={qualification ? `${t('qualification.change')}：${kind} ${number}` : t('qualification.add')}
      confirm={t('network.save')}
      danger={wanted === 'revoke'}
      disabled={[kind, number, validFrom].includes('') || (wanted !== undefined && reason.trim() === '')}
      mutation={save}
      onClose={onClose}
    >
      {!qualification && (
        <>
          <TextInput {...input('kind')} max={50} />
          <TextInput {...input('number')} max={60} />
        </>
      )}
      <TextInput {...input('validFrom')} type="date" />
      <TextInput {...input('validUntil')} type="date" optional />
      {moves.length > 0 && (
        <ChoiceInput
          id="qualification.move"
          label={t('qualification.move')}
          optional
          value={move}
          options={moves.map((candidate) => ({ value: candidate, label: t(`qualificationMove.${candidate}`) }))}
          onChange={setMove}
        />
      )}
      {wanted && (
        <TextInput
          id="qualification.reason"
          label={t('network.reason')}
          rows={2}
          value={reason}
          faults={faults}
          onChange={setReason}
        />
      )}
    </ActionModal>
  );
}
