import type { QueryKey } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { offerQuote } from '../../api/quotes.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { NumberInput, TextInput } from '../../components/inputs.js';
import { useCreation } from '../../components/use-change.js';
import { yuanText } from '../../format/numbers.js';
import { chinaDay, moveDay } from '../../format/times.js';
import { useTexts } from '../../i18n/use-texts.js';
import { linesOf, totalOf, type TypedLine } from './offer-lines.js';

const USUAL_DAYS = 15;
const MOST_LINES = 50;

interface Props {
  readonly about: QueryKey;
  readonly itemId: string;
  readonly onClose: () => void;
}

/** Line by line what serving the item costs. */
export function OfferForm({ about, itemId, onClose }: Props) {
  const { t, language } = useTexts();
  const [lines, setLines] = useState<readonly TypedLine[]>([{ key: 0, what: '', quantity: 1 }]);
  const [validUntil, setValidUntil] = useState(() => moveDay(chinaDay(new Date()), USUAL_DAYS));
  const [remark, setRemark] = useState('');
  const ready = linesOf(lines);
  const offer = useCreation(
    () => ({ itemId, lines: ready ?? [], validUntil, ...(remark.trim() && { remark: remark.trim() }) }),
    offerQuote,
    { touches: [about], onDone: onClose },
  );
  const faults = faultsOf(offer.error, 'offer');
  const change = (key: number, changes: Partial<TypedLine>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...changes } : line)));
  const nextKey = Math.max(...lines.map(({ key }) => key)) + 1;
  return (
    <ActionModal
      open
      title={t('quote.offer')}
      confirm={t('quote.send')}
      disabled={!ready || validUntil === ''}
      mutation={offer}
      onClose={onClose}
    >
      {lines.map(({ key, what, quantity, amountYuan }, index) => (
        <fieldset key={key} className="group">
          <legend className="group-title">{t('form.line', { number: index + 1, total: lines.length })}</legend>
          <TextInput
            id={`offer.lines.${index}.what`}
            label={t('quote.what')}
            max={200}
            value={what}
            faults={faults}
            onChange={(value) => change(key, { what: value })}
          />
          <NumberInput
            id={`offer.lines.${index}.quantity`}
            label={t('quote.quantity')}
            min={1}
            step={1}
            value={quantity}
            faults={faults}
            onChange={(value) => change(key, { quantity: value })}
          />
          <NumberInput
            id={`offer.lines.${index}.amountFen`}
            label={t('quote.amountYuan')}
            min={0}
            step={0.01}
            value={amountYuan}
            faults={faults}
            onChange={(value) => change(key, { amountYuan: value })}
          />
          {lines.length > 1 && (
            <Button size="small" onClick={() => setLines(lines.filter((line) => line.key !== key))}>
              {t('form.removeLine', { number: index + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      {lines.length < MOST_LINES && (
        <Button onClick={() => setLines([...lines, { key: nextKey, what: '', quantity: 1 }])}>
          {t('quote.addLine')}
        </Button>
      )}
      <p>
        {t('quote.total')} <strong className="number">{yuanText(totalOf(lines), language)}</strong>
      </p>
      <TextInput
        id="offer.validUntil"
        type="date"
        label={t('quote.validUntil')}
        value={validUntil}
        faults={faults}
        onChange={setValidUntil}
      />
      <TextInput
        id="offer.remark"
        label={t('quote.remark')}
        optional
        rows={2}
        max={1_000}
        value={remark}
        faults={faults}
        onChange={setRemark}
      />
    </ActionModal>
  );
}
