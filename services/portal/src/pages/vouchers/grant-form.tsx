import { useState } from 'react';
import { grantVoucher, type Programme } from '../../api/vouchers.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { NumberInput, TextInput } from '../../components/inputs.js';
import { useCreation } from '../../components/use-change.js';
import { fenOfYuan, yuanText } from '../../format/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';

/** One voucher of a programme for one enterprise. */
export function GrantForm({ programme, onClose }: { programme: Programme; onClose: () => void }) {
  const { t, name, language } = useTexts();
  const [enterpriseUscc, setEnterprise] = useState('');
  const [yuan, setYuan] = useState<number>();
  const [note, setNote] = useState('');
  const grant = useCreation(
    () => ({
      enterpriseUscc: enterpriseUscc.trim().toUpperCase(),
      amountFen: fenOfYuan(yuan ?? 0),
      ...(note.trim() && { note: note.trim() }),
    }),
    (body, key) => grantVoucher(programme.id, body, key),
    { touches: [['voucher-programmes'], ['vouchers']], onDone: onClose },
  );
  const faults = faultsOf(grant.error, 'grant');
  return (
    <ActionModal
      open
      title={`${t('voucher.grant')} · ${name(programme.name)}`}
      confirm={t('voucher.grant')}
      disabled={enterpriseUscc.trim() === '' || !yuan}
      mutation={grant}
      onClose={onClose}
    >
      <TextInput
        id="grant.enterpriseUscc"
        label={t('request.uscc')}
        max={18}
        value={enterpriseUscc}
        faults={faults}
        onChange={setEnterprise}
      />
      <NumberInput
        id="grant.amountFen"
        label={t('voucher.faceYuan')}
        hint={t('voucher.upTo', { amount: yuanText(programme.capFen, language) })}
        min={0}
        step={0.01}
        value={yuan}
        faults={faults}
        onChange={setYuan}
      />
      <TextInput
        id="grant.note"
        label={t('quote.remark')}
        optional
        rows={2}
        value={note}
        faults={faults}
        onChange={setNote}
      />
    </ActionModal>
  );
}
