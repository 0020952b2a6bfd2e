import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { splitTicket } from '../../api/dialogue.js';
import type { Ticket } from '../../api/tickets.js';
import { useCan } from '../../app/me.js';
import { ActionModal } from '../../components/action-modal.js';
import { Field } from '../../components/field.js';
import { TextInput } from '../../components/inputs.js';
import { Notice } from '../../components/notice.js';
import { useCreation } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { linesOf } from './split-lines.js';

/** Lets some lines of a ticket go to one of their own, as long as nobody has accepted it. */
export function TicketSplit({ ticket, etag }: { ticket: Ticket; etag?: string }) {
  const { t } = useTexts();
  const [splitting, setSplitting] = useState(false);
  const [done, setDone] = useState(false);
  const maySplit = useCan('split');
  const possible = maySplit && ticket.status === 'ROUTED' && linesOf(ticket.form).length > 1;
  if (!possible && !done) return null;
  return (
    <section className="panel">
      <h2>{t('split.title')}</h2>
      {done && <Notice tone="good">{t('split.done')}</Notice>}
      {possible && (
        <Button block onClick={() => setSplitting(true)}>
          {t('split.button')}
        </Button>
      )}
      {splitting && (
        <SplitForm ticket={ticket} etag={etag} onDone={() => setDone(true)} onClose={() => setSplitting(false)} />
      )}
    </section>
  );
}

interface FormProps {
  readonly ticket: Ticket;
  readonly etag?: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function SplitForm({ ticket, etag, onDone, onClose }: FormProps) {
  const { t } = useTexts();
  const [lines, setLines] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const all = linesOf(ticket.form);
  const split = useCreation(
    () => ({ lines, reason: reason.trim() }),
    (wish, key) => splitTicket(ticket.id, wish, etag, key),
    {
      touches: [['ticket', ticket.id], ['tickets']],
      onDone: () => {
        onDone();
        onClose();
      },
    },
  );
  const complete = lines.length > 0 && lines.length < all.length && reason.trim() !== '';
  return (
    <ActionModal
      open
      title={t('split.title')}
      confirm={t('split.confirm')}
      disabled={!complete}
      mutation={split}
      onClose={onClose}
    >
      <p>{t('split.explain')}</p>
      <Field id="split.lines" label={t('split.lines')}>
        <Checkbox.Group
          value={[...lines]}
          onChange={(chosen) => setLines(chosen.map(String))}
          options={all.map(({ pointer, text }) => ({ value: pointer, label: text }))}
        />
      </Field>
      <TextInput id="split.reason" label={t('split.reason')} rows={2} value={reason} onChange={setReason} />
    </ActionModal>
  );
}
