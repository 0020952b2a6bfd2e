import { Button, Input } from 'antd';
import { useState } from 'react';
import { BULK_ACTIONS, BULK_LIMIT, doInBulk, type BulkAction, type BulkRequest } from '../../api/queue.js';
import type { Me } from '../../api/session.js';
import type { Ticket } from '../../api/tickets.js';
import { ActionModal } from '../../components/action-modal.js';
import { Field } from '../../components/field.js';
import { useCreation } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { outcomeOf, type BulkOutcome } from './bulk-outcome.js';

interface Props {
  readonly tickets: readonly Ticket[];
  readonly me: Me;
  readonly onDone: (outcome: BulkOutcome) => void;
  readonly onClear: () => void;
}

/** What can be done with the selected tickets, in one go and each by itself. */
export function BulkBar({ tickets, me, onDone, onClear }: Props) {
  const { t } = useTexts();
  const [action, setAction] = useState<BulkAction>();
  const tooMany = tickets.length > BULK_LIMIT;
  return (
    <div className="bulk-bar" role="group" aria-label={t('bulk.bar')}>
      <strong role="status">{t('bulk.selected', { count: tickets.length })}</strong>
      {BULK_ACTIONS.map((candidate) => (
        <Button key={candidate} disabled={tooMany} onClick={() => setAction(candidate)}>
          {t(`bulk.action.${candidate}`)}
        </Button>
      ))}
      <Button type="text" onClick={onClear}>
        {t('bulk.clear')}
      </Button>
      {tooMany && <span className="soft">{t('bulk.tooMany', { limit: BULK_LIMIT })}</span>}
      {action && (
        <BulkDialogue
          action={action}
          tickets={tickets}
          me={me}
          onDone={(outcome) => {
            setAction(undefined);
            onDone(outcome);
          }}
          onClose={() => setAction(undefined)}
        />
      )}
    </div>
  );
}

interface DialogueProps extends Omit<Props, 'onClear'> {
  readonly action: BulkAction;
  readonly onClose: () => void;
}

function BulkDialogue({ action, tickets, me, onDone, onClose }: DialogueProps) {
  const { t } = useTexts();
  const [assignee, setAssignee] = useState(me.username);
  const request = (): BulkRequest => ({
    action,
    tickets: tickets.map(({ id, version }) => ({ id, version })),
    body: action === 'assign' ? { assignee: assignee.trim() } : {},
  });
  const work = useCreation(request, doInBulk, {
    touches: [['tickets'], ...tickets.map(({ id }) => ['ticket', id])],
    onDone: ({ results }) => onDone(outcomeOf(action, results, tickets)),
  });
  return (
    <ActionModal
      open
      title={t('bulk.title', { action: t(`bulk.action.${action}`), count: tickets.length })}
      confirm={t('bulk.confirm')}
      disabled={action === 'assign' && assignee.trim() === ''}
      mutation={work}
      onClose={onClose}
    >
      <p>{t(`bulk.explain.${action}`)}</p>
      {action === 'assign' && (
        <Field id="bulk.assignee" label={t('ticketField.assignee')}>
          <Input
            id="bulk.assignee"
            maxLength={100}
            value={assignee}
            onChange={(event) => setAssignee(event.target.value)}
          />
        </Field>
      )}
    </ActionModal>
  );
}
