import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { listNotes, writeNote } from '../../api/dialogue.js';
import type { Ticket } from '../../api/tickets.js';
import { useCan } from '../../app/me.js';
import { TextInput } from '../../components/inputs.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Timeline } from '../../components/timeline.js';
import { useCreation } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

/** What colleagues tell each other of a ticket; no enterprise sees it and nobody can change it. */
export function TicketNotes({ ticket }: { ticket: Ticket }) {
  const { t } = useTexts();
  const mayWrite = useCan('note');
  const notes = useInfiniteQuery({
    queryKey: ['ticket', ticket.id, 'notes'],
    queryFn: ({ pageParam }) => listNotes(ticket.id, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const shown = notes.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="panel">
      <h2>{t('note.title')}</h2>
      <p className="soft">{t('note.explain')}</p>
      {mayWrite && <NoteForm ticketId={ticket.id} />}
      {notes.isError && <ProblemPanel error={notes.error} onRetry={() => void notes.refetch()} />}
      {shown.length === 0 && notes.isSuccess && <p className="soft">{t('note.none')}</p>}
      <Timeline
        steps={shown.map(({ id, at, author, office, text }) => ({
          key: id,
          at,
          title: text,
          detail: `${author} · ${office}`,
        }))}
      />
      {notes.hasNextPage && <Button onClick={() => void notes.fetchNextPage()}>{t('note.older')}</Button>}
    </section>
  );
}

const LONGEST = 2_000;

function NoteForm({ ticketId }: { ticketId: string }) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const write = useCreation(
    () => text.trim(),
    (said, key) => writeNote(ticketId, said, key),
    { touches: [['ticket', ticketId, 'notes']], onDone: () => setText('') },
  );
  return (
    <div className="form">
      {write.error && <ProblemPanel error={write.error} />}
      <TextInput id="note.text" label={t('note.text')} rows={2} max={LONGEST} value={text} onChange={setText} />
      <Button disabled={text.trim() === ''} loading={write.isPending} onClick={() => write.mutate()}>
        {t('note.write')}
      </Button>
    </div>
  );
}
