import { Radio } from 'antd';
import { useState } from 'react';
import { APPEAL_GROUNDS, takeRectificationStep, type Rectification } from '../../api/rectifications.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoiceInput, TextInput } from '../../components/inputs.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

const STARS = [5, 4, 3, 2, 1] as const;

interface Props {
  readonly found: Rectification;
  readonly step: string;
  readonly etag?: string;
  readonly onClose: () => void;
}

/** Takes one step; whatever it is, something is said with it that stays on record. */
export function RectificationStepForm({ found, step, etag, onClose }: Props) {
  const { t } = useTexts();
  const [note, setNote] = useState('');
  const [ground, setGround] = useState('');
  const [stars, setStars] = useState<number>();
  const change = useChange(() => takeRectificationStep(found.id, step, { note: note.trim(), ground, stars }, etag), {
    touches: [['rectifications'], ['request', found.requestId]],
    onDone: onClose,
  });
  const faults = faultsOf(change.error, 'rectification');
  const missing =
    note.trim() === '' || (step === 'appeal' && ground === '') || (step === 're-rate' && stars === undefined);
  const action = t(`rectification.step.${step}`);
  return (
    <ActionModal open title={action} confirm={action} disabled={missing} mutation={change} onClose={onClose}>
      <p>{t(`rectification.explain.${step}`)}</p>
      {step === 'appeal' && (
        <ChoiceInput
          id="rectification.ground"
          label={t('rectification.groundLabel')}
          value={ground}
          options={APPEAL_GROUNDS.map((value) => ({ value, label: t(`rectification.ground.${value}`) }))}
          faults={faults}
          onChange={setGround}
        />
      )}
      {step === 're-rate' && (
        <fieldset className="group" id="rectification.stars">
          <legend className="group-title">{t('rating.question')}</legend>
          <Radio.Group
            name="stars"
            value={stars}
            options={STARS.map((value) => ({ value, label: t(`rating.stars.${value}`) }))}
            onChange={(event) => setStars(event.target.value as number)}
          />
        </fieldset>
      )}
      <TextInput
        id="rectification.note"
        label={t('rectification.note')}
        rows={4}
        max={1_000}
        value={note}
        faults={faults}
        onChange={setNote}
      />
    </ActionModal>
  );
}
