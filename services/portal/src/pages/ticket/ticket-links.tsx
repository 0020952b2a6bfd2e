import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import {
  NAMED_LINKS,
  findTicket,
  linkTicket,
  listLinks,
  unlinkTicket,
  type NamedLink,
  type TicketLink,
} from '../../api/dialogue.js';
import type { Ticket } from '../../api/tickets.js';
import { useCan } from '../../app/me.js';
import { ActionModal } from '../../components/action-modal.js';
import { ChoiceInput, TextInput } from '../../components/inputs.js';
import { Notice } from '../../components/notice.js';
import { StatusTag } from '../../components/status-tag.js';
import { useChange, useCreation } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

/** Tickets that belong with this one. */
export function TicketLinks({ ticket }: { ticket: Ticket }) {
  const { t } = useTexts();
  const mayLink = useCan('link');
  const [linking, setLinking] = useState(false);
  const { data: links = [] } = useQuery({
    queryKey: ['ticket', ticket.id, 'links'],
    queryFn: () => listLinks(ticket.id),
  });
  if (links.length === 0 && !mayLink) return null;
  return (
    <section className="panel">
      <h2>{t('link.title')}</h2>
      <ul className="plain-list">
        {links.map((link) => (
          <LinkLine key={link.id} ticketId={ticket.id} link={link} mayRemove={mayLink && link.kind !== 'split'} />
        ))}
      </ul>
      {mayLink && <Button onClick={() => setLinking(true)}>{t('link.add')}</Button>}
      {linking && <LinkForm ticketId={ticket.id} onClose={() => setLinking(false)} />}
    </section>
  );
}

function LinkLine({ ticketId, link, mayRemove }: { ticketId: string; link: TicketLink; mayRemove: boolean }) {
  const { t, name } = useTexts();
  const [removing, setRemoving] = useState(false);
  const { ticket: other } = link;
  const remove = useChange(() => unlinkTicket(ticketId, link.id), {
    touches: [['ticket', ticketId, 'links']],
    onDone: () => setRemoving(false),
  });
  return (
    <li>
      {t(`link.kind.${link.kind}`)}{' '}
      <Link to="/tickets/$id" params={{ id: other.id }} className="number">
        {other.ticketNo}
      </Link>{' '}
      {name(other.serviceName)} · {name(other.nodeName)} <StatusTag of="ticket" value={other.status} />
      {mayRemove && (
        <Button type="link" size="small" onClick={() => setRemoving(true)}>
          {t('link.remove')}
        </Button>
      )}
      {removing && (
        <ActionModal
          open
          title={t('link.remove')}
          confirm={t('link.remove')}
          mutation={remove}
          onClose={() => setRemoving(false)}
        >
          <p>{t('link.removeExplain', { number: other.ticketNo })}</p>
        </ActionModal>
      )}
    </li>
  );
}

function LinkForm({ ticketId, onClose }: { ticketId: string; onClose: () => void }) {
  const { t } = useTexts();
  const [kind, setKind] = useState<NamedLink>('related');
  const [number, setNumber] = useState('');
  const [missing, setMissing] = useState(false);
  const link = useCreation(
    () => ({ kind, ticketNo: number.trim() }),
    async (wish, key) => {
      const other = await findTicket(wish.ticketNo);
      if (!other) return false;
      await linkTicket(ticketId, wish.kind, other.id, key);
      return true;
    },
    {
      touches: [['ticket', ticketId, 'links']],
      onDone: (linked) => {
        setMissing(!linked);
        if (linked) onClose();
      },
    },
  );
  return (
    <ActionModal
      open
      title={t('link.add')}
      confirm={t('link.confirm')}
      disabled={number.trim() === ''}
      mutation={link}
      onClose={onClose}
    >
      {missing && <Notice tone="warn">{t('link.notFound')}</Notice>}
      <ChoiceInput
        id="link.kind"
        label={t('link.kindLabel')}
        value={kind}
        options={NAMED_LINKS.map((value) => ({ value, label: t(`link.kind.${value}`) }))}
        onChange={(value) => setKind(value as NamedLink)}
      />
      <TextInput id="link.number" label={t('link.number')} max={40} value={number} onChange={setNumber} />
    </ActionModal>
  );
}
