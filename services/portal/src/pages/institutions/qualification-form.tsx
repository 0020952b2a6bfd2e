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
import { answersOf, EMPTY_QUALIFICATION, factsOf, isWhole } from './qualification-answers.js';
import { QualificationFields } from './qualification-fields.js';

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
  const [answers, setAnswers] = useState(() => (qualification ? answersOf(qualification) : EMPTY_QUALIFICATION));
  const [move, setMove] = useState('');
  const [reason, setReason] = useState('');
  const { kind, number } = answers;
  const body = factsOf(answers);
  const wanted = QUALIFICATION_MOVES.find((candidate) => candidate === move);
  const save = useChange(
    () =>
      qualification
        ? editQualification(institutionId, { ...body, ...(wanted && { move: wanted, reason: reason.trim() }) }, etag)
        : addQualification(institutionId, body, etag),
    { touches: [['institutions'], ['qualifications']], onDone: onClose },
  );
  const faults = faultsOf(save.error, 'qualification');
  const moves = qualification ? MOVES[qualification.status] : [];
  return (
    <ActionModal
      open
      title={qualification ? `${t('qualification.change')}：${kind} ${number}` : t('qualification.add')}
      confirm={t('network.save')}
      danger={wanted === 'revoke'}
      disabled={!isWhole(answers) || (wanted !== undefined && reason.trim() === '')}
      mutation={save}
      onClose={onClose}
    >
      {qualification?.verified && <p className="soft">{t('qualification.verifiedEnds')}</p>}
      <QualificationFields
        prefix="qualification"
        answers={answers}
        isNew={!qualification}
        faults={faults}
        onChange={setAnswers}
      />
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
