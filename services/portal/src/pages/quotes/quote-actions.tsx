import type { QueryKey } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { stepQuote, type Quote, type QuoteAction } from '../../api/quotes.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { TextInput } from '../../components/inputs.js';
import { useChange } from '../../components/use-change.js';
import { yuanText } from '../../format/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';

/** What the person may do with a quote now; the service says what that is. */
export function QuoteActions({ quote, about }: { quote: Quote; about: QueryKey }) {
  const { t } = useTexts();
  const [action, setAction] = useState<QuoteAction>();
  if (quote.actions.length === 0) return null;
  return (
    <span className="card-tags">
      {quote.actions.map((candidate) => (
        <Button
          key={candidate}
          type={candidate === 'accept' ? 'primary' : 'default'}
          danger={candidate === 'withdraw'}
          onClick={() => setAction(candidate)}
        >
          {t(`quoteAction.${candidate}`)}
        </Button>
      ))}
      {action && <StepModal quote={quote} about={about} action={action} onClose={() => setAction(undefined)} />}
    </span>
  );
}

interface StepProps {
  readonly quote: Quote;
  readonly about: QueryKey;
  readonly action: QuoteAction;
  readonly onClose: () => void;
}

function StepModal({ quote, about, action, onClose }: StepProps) {
  const { t, language } = useTexts();
  const [reason, setReason] = useState('');
  const accepts = action === 'accept';
  const step = useChange(() => stepQuote(quote, action, reason.trim()), { touches: [about], onDone: onClose });
  return (
    <ActionModal
      open
      title={t(`quoteAction.${action}`)}
      confirm={t(`quoteAction.${action}`)}
      danger={!accepts}
      disabled={!accepts && reason.trim() === ''}
      mutation={step}
      onClose={onClose}
    >
      <p>{t(`quoteAsk.${action}`, { total: yuanText(quote.totalFen, language) })}</p>
      {!accepts && (
        <TextInput
          id="quote.reason"
          label={t('quote.reason')}
          rows={2}
          value={reason}
          faults={faultsOf(step.error, 'quote')}
          onChange={setReason}
        />
      )}
    </ActionModal>
  );
}
