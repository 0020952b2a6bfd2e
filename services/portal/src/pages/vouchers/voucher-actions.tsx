import { Button } from 'antd';
import { useState } from 'react';
import { stepVoucher, type Voucher, type VoucherAction } from '../../api/vouchers.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { TextInput } from '../../components/inputs.js';
import { useChange } from '../../components/use-change.js';
import { yuanText } from '../../format/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';

/** Locking begins at the quote that it is to pay for. */
type Offered = Exclude<VoucherAction, 'lock'>;

/** What the person may do with a voucher now; the service says what that is. */
export function VoucherActions({ voucher }: { voucher: Voucher }) {
  const { t } = useTexts();
  const [action, setAction] = useState<Offered>();
  const offered = voucher.actions.filter((candidate): candidate is Offered => candidate !== 'lock');
  if (offered.length === 0) return <span className="soft">—</span>;
  return (
    <span className="card-tags">
      {offered.map((candidate) => (
        <Button
          key={candidate}
          size="small"
          type={candidate === 'apply' || candidate === 'settle' ? 'primary' : 'default'}
          danger={candidate === 'revoke'}
          onClick={() => setAction(candidate)}
        >
          {t(`voucherAction.${candidate}`)}
        </Button>
      ))}
      {action && <StepModal voucher={voucher} action={action} onClose={() => setAction(undefined)} />}
    </span>
  );
}

/** The one thing that a step asks for. */
const ASKS: Readonly<Record<Offered, 'invoiceNo' | 'reason' | undefined>> = {
  apply: 'invoiceNo',
  settle: undefined,
  refuse: 'reason',
  revoke: 'reason',
};

interface StepProps {
  readonly voucher: Voucher;
  readonly action: Offered;
  readonly onClose: () => void;
}

function StepModal({ voucher, action, onClose }: StepProps) {
  const { t, name, language } = useTexts();
  const [said, setSaid] = useState('');
  const field = ASKS[action];
  const step = useChange(() => stepVoucher(voucher, action, field ? { [field]: said.trim() } : {}), {
    touches: [['vouchers'], ['voucher-programmes']],
    onDone: onClose,
  });
  return (
    <ActionModal
      open
      title={t(`voucherAction.${action}`)}
      confirm={t(`voucherAction.${action}`)}
      danger={action === 'revoke' || action === 'refuse'}
      disabled={field !== undefined && said.trim() === ''}
      mutation={step}
      onClose={onClose}
    >
      <p>
        {name(voucher.programme.name)} · {voucher.enterprise.name} ·{' '}
        <span className="number">{yuanText(voucher.amountFen ?? voucher.faceFen, language)}</span>
        {voucher.invoiceNo && ` · ${t('voucher.invoiceNo')} ${voucher.invoiceNo}`}
      </p>
      {field && (
        <TextInput
          id={`voucher.${field}`}
          label={t(`voucher.${field}`)}
          hint={field === 'invoiceNo' ? t('voucher.invoiceHint') : undefined}
          rows={field === 'reason' ? 2 : undefined}
          value={said}
          faults={faultsOf(step.error, 'voucher')}
          onChange={setSaid}
        />
      )}
    </ActionModal>
  );
}
