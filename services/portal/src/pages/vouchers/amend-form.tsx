import { useState } from 'react';
import { amendProgramme, type Programme } from '../../api/vouchers.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { NumberInput, TextInput } from '../../components/inputs.js';
import { useChange } from '../../components/use-change.js';
import { fenOfYuan, yuanOfFen } from '../../format/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';

/** Name, budget and legal basis of a programme; what its vouchers pay for stays as it was promised. */
export function AmendForm({ programme, onClose }: { programme: Programme; onClose: () => void }) {
  const { t, name } = useTexts();
  const [nameZh, setNameZh] = useState(programme.name.zh);
  const [nameEn, setNameEn] = useState(programme.name.en);
  const [budgetYuan, setBudget] = useState<number | undefined>(yuanOfFen(programme.budgetFen));
  const [legalBasis, setLegalBasis] = useState(programme.legalBasis);
  const amend = useChange(
    () => amendProgramme(programme, { nameZh, nameEn, budgetFen: fenOfYuan(budgetYuan ?? 0), legalBasis }),
    { touches: [['voucher-programmes']], onDone: onClose },
  );
  const faults = faultsOf(amend.error, 'amendment');
  return (
    <ActionModal
      open
      title={`${t('voucher.amend')} · ${name(programme.name)}`}
      confirm={t('voucher.amend')}
      disabled={![nameZh.trim(), nameEn.trim(), budgetYuan, legalBasis.trim()].every(Boolean)}
      mutation={amend}
      onClose={onClose}
    >
      <TextInput
        id="amendment.nameZh"
        label={t('programmeField.nameZh')}
        max={100}
        value={nameZh}
        faults={faults}
        onChange={setNameZh}
      />
      <TextInput
        id="amendment.nameEn"
        label={t('programmeField.nameEn')}
        max={100}
        value={nameEn}
        faults={faults}
        onChange={setNameEn}
      />
      <NumberInput
        id="amendment.budgetFen"
        label={t('programmeField.budgetYuan')}
        min={0}
        step={0.01}
        value={budgetYuan}
        faults={faults}
        onChange={setBudget}
      />
      <TextInput
        id="amendment.legalBasis"
        label={t('programmeField.legalBasis')}
        rows={2}
        max={2_000}
        value={legalBasis}
        faults={faults}
        onChange={setLegalBasis}
      />
    </ActionModal>
  );
}
