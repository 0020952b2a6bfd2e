import { useState } from 'react';
import { FEE_UNITS, reviseResource, SERVICE_STATES, type Resource } from '../../api/resources.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoiceInput, NumberInput, TextInput } from '../../components/inputs.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly resource: Resource;
  readonly etag?: string;
  readonly onClose: () => void;
}

const FEN = 100;

/** What its owner says of it: whether it can be used, until when it is calibrated, and what it costs. */
export function ResourceForm({ resource, etag, onClose }: Props) {
  const { t } = useTexts();
  const known = SERVICE_STATES.find((candidate) => candidate === resource.status) ?? 'IN_SERVICE';
  const [state, setState] = useState<string>(known);
  const [calibratedUntil, setCalibratedUntil] = useState(resource.calibratedUntil ?? '');
  const [yuan, setYuan] = useState<number | undefined>(resource.fee.fen / FEN);
  const [per, setPer] = useState<string>(resource.fee.per);
  const save = useChange(
    () =>
      reviseResource(
        resource.id,
        {
          state,
          ...(calibratedUntil && { calibratedUntil }),
          ...(yuan !== undefined && { feeFen: Math.round(yuan * FEN), feePer: per }),
        },
        etag,
      ),
    { touches: [['resources']], onDone: onClose },
  );
  const faults = faultsOf(save.error, 'resource');
  return (
    <ActionModal
      open
      title={t('resource.revise')}
      confirm={t('network.save')}
      disabled={yuan === undefined}
      mutation={save}
      onClose={onClose}
    >
      <ChoiceInput
        id="resource.state"
        label={t('resource.status')}
        value={state}
        options={SERVICE_STATES.map((value) => ({ value, label: t(`serviceState.${value}`) }))}
        faults={faults}
        onChange={setState}
      />
      <TextInput
        id="resource.calibratedUntil"
        label={t('resource.calibratedUntil')}
        type="date"
        optional
        value={calibratedUntil}
        faults={faults}
        onChange={setCalibratedUntil}
      />
      <NumberInput
        id="resource.feeFen"
        label={t('resource.yuan')}
        value={yuan}
        min={0}
        step={1}
        faults={faults}
        onChange={setYuan}
      />
      <ChoiceInput
        id="resource.feePer"
        label={t('resource.per')}
        value={per}
        options={FEE_UNITS.map((value) => ({ value, label: t(`feeUnit.${value}`) }))}
        faults={faults}
        onChange={setPer}
      />
    </ActionModal>
  );
}
