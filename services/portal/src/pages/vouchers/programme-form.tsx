import { useState } from 'react';
import { DOMAINS } from '../../api/shapes.js';
import { VOUCHER_KINDS, createProgramme, type VoucherKind } from '../../api/vouchers.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoiceInput, ChoicesInput, NumberInput, TextInput } from '../../components/inputs.js';
import { useCreation } from '../../components/use-change.js';
import { fenOfYuan } from '../../format/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';

const EMPTY = {
  nameZh: '',
  nameEn: '',
  kind: 'quality' as VoucherKind,
  budgetYuan: undefined as number | undefined,
  sharePercent: undefined as number | undefined,
  capYuan: undefined as number | undefined,
  domains: [] as readonly string[],
  serviceCodes: [] as readonly string[],
  firstDay: '',
  lastDay: '',
  legalBasis: '',
};

/** A new programme; what it pays for cannot be changed afterwards. */
export function ProgrammeForm({ onClose }: { onClose: () => void }) {
  const { t, word } = useTexts();
  const [typed, setTyped] = useState(EMPTY);
  const set =
    <K extends keyof typeof EMPTY>(field: K) =>
    (value: (typeof EMPTY)[K]) =>
      setTyped({ ...typed, [field]: value });
  const create = useCreation(
    () => {
      const { budgetYuan = 0, capYuan = 0, sharePercent = 0, ...rest } = typed;
      return { ...rest, sharePercent, budgetFen: fenOfYuan(budgetYuan), capFen: fenOfYuan(capYuan) };
    },
    createProgramme,
    { touches: [['voucher-programmes']], onDone: onClose },
  );
  const faults = faultsOf(create.error, 'programme');
  const { nameZh, nameEn, budgetYuan, capYuan, sharePercent, firstDay, lastDay, legalBasis } = typed;
  const complete = [nameZh, nameEn, budgetYuan, capYuan, sharePercent, firstDay, lastDay, legalBasis].every(Boolean);
  const text = (field: 'nameZh' | 'nameEn' | 'firstDay' | 'lastDay' | 'legalBasis', more = {}) => (
    <TextInput
      id={`programme.${field}`}
      label={t(`programmeField.${field}`)}
      value={typed[field]}
      faults={faults}
      onChange={set(field)}
      {...more}
    />
  );
  return (
    <ActionModal
      open
      title={t('voucher.create')}
      confirm={t('voucher.create')}
      disabled={!complete}
      mutation={create}
      onClose={onClose}
    >
      {text('nameZh', { max: 100 })}
      {text('nameEn', { max: 100 })}
      <ChoiceInput
        id="programme.kind"
        label={t('programmeField.kind')}
        value={typed.kind}
        options={VOUCHER_KINDS.map((value) => ({ value, label: t(`voucherKind.${value}`) }))}
        faults={faults}
        onChange={(value) => set('kind')(value === 'innovation' ? 'innovation' : 'quality')}
      />
      <NumberInput
        id="programme.budgetFen"
        label={t('programmeField.budgetYuan')}
        min={0}
        value={budgetYuan}
        faults={faults}
        onChange={set('budgetYuan')}
      />
      <NumberInput
        id="programme.sharePercent"
        label={t('programmeField.sharePercent')}
        min={1}
        max={100}
        step={1}
        value={sharePercent}
        faults={faults}
        onChange={set('sharePercent')}
      />
      <NumberInput
        id="programme.capFen"
        label={t('programmeField.capYuan')}
        min={0}
        value={capYuan}
        faults={faults}
        onChange={set('capYuan')}
      />
      <ChoicesInput
        id="programme.domains"
        label={t('programmeField.domains')}
        optional
        value={typed.domains}
        options={DOMAINS.map((value) => ({ value, label: word(`domain.${value}`, value) }))}
        faults={faults}
        onChange={set('domains')}
      />
      <ChoicesInput
        id="programme.serviceCodes"
        label={t('programmeField.serviceCodes')}
        optional
        value={typed.serviceCodes}
        faults={faults}
        onChange={set('serviceCodes')}
      />
      {text('firstDay', { type: 'date' })}
      {text('lastDay', { type: 'date' })}
      {text('legalBasis', { rows: 2, max: 2_000 })}
    </ActionModal>
  );
}
