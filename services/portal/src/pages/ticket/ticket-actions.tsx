import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Me } from '../../api/session.js';
import { TICKET_ACTIONS, actOnTicket, type Ticket, type TicketAction } from '../../api/tickets.js';
import { ActionModal } from '../../components/action-modal.js';
import { Notice } from '../../components/notice.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ActionFields } from './action-fields.js';
import { bodyOf, EMPTY_ANSWERS, isComplete, type Answers } from './action-body.js';

interface Props {
  readonly ticket: Ticket;
  readonly etag?: string;
  readonly me: Me;
}

const MAIN: readonly TicketAction[] = ['accept', 'resume', 'resolve'];

/** What the state machine allows now; each is confirmed once before it is done. */
export function TicketActions({ ticket, etag, me }: Props) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const [action, setAction] = useState<TicketAction>();
  const [done, setDone] = useState<TicketAction>();
  const [answers, setAnswers] = useState<Answers>(EMPTY_ANSWERS);
  const act = useMutation({
    mutationFn: () => actOnTicket(ticket.id, action ?? 'accept', bodyOf(action ?? 'accept', answers, ticket), etag),
    onSuccess: () => {
      setDone(action);
      setAction(undefined);
    },
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: ['ticket', ticket.id] });
      void cache.invalidateQueries({ queryKey: ['tickets'] });
    },
  });
  const open = (chosen: TicketAction) => {
    setDone(undefined);
    setAnswers({ ...EMPTY_ANSWERS, institutionId: ticket.institutionId ?? '', assignee: me.username });
    setAction(chosen);
  };
  const allowed = TICKET_ACTIONS.filter((candidate) => ticket.actions?.includes(candidate));
  return (
    <section className="panel actions">
      <h2>{t('ticket.actions')}</h2>
      {done && <Notice tone="good">{t(`ticketDone.${done}`)}</Notice>}
      {allowed.length === 0 && <p className="soft">{t('ticket.noActions')}</p>}
      {allowed.map((candidate) => (
        <Button
          key={candidate}
          block
          type={MAIN.includes(candidate) ? 'primary' : 'default'}
          onClick={() => open(candidate)}
        >
          {t(`ticketAction.${candidate}`)}
        </Button>
      ))}
      {action && (
        <ActionModal
          open
          title={t(`ticketAction.${action}`)}
          confirm={t(`ticketConfirm.${action}`)}
          disabled={!isComplete(action, answers, ticket)}
          mutation={act}
          onClose={() => setAction(undefined)}
        >
          <p>{t(`ticketExplain.${action}`)}</p>
          <ActionFields action={action} ticket={ticket} answers={answers} onChange={setAnswers} />
        </ActionModal>
      )}
    </section>
  );
}
