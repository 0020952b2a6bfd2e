import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listViews, type QueueView } from '../../api/queue.js';
import type { Me } from '../../api/session.js';
import { filtersOf, isSameFilter, type TicketFilters } from '../../api/ticket-filters.js';
import { usePolling } from '../../app/use-live.js';
import { useTexts } from '../../i18n/use-texts.js';
import { RemoveView } from './remove-view.js';
import { SaveView } from './save-view.js';

interface Props {
  readonly filters: TicketFilters;
  readonly me: Me;
  readonly onOpen: (filters: TicketFilters) => void;
}

/** Filters kept under a name, each with how many tickets it shows now. */
export function SavedViews({ filters, me, onOpen }: Props) {
  const { t } = useTexts();
  const [dialogue, setDialogue] = useState<'save' | 'remove'>();
  const refetchInterval = usePolling();
  const { data } = useQuery({ queryKey: ['tickets', 'views'], queryFn: listViews, refetchInterval });
  const views = data?.items ?? [];
  const current = views.find((view) => isSameFilter(filtersOf(view.filter), filters));
  const isFiltered = !isSameFilter(filters, {});
  if (views.length === 0 && !isFiltered) return null;
  return (
    <div className="chips saved-views" role="group" aria-label={t('views.title')}>
      {views.map((view) => (
        <ViewChip
          key={view.id}
          view={view}
          chosen={view === current}
          onClick={() => onOpen(view === current ? {} : filtersOf(view.filter))}
        />
      ))}
      {isFiltered && !current && (
        <button type="button" className="plain-button" onClick={() => setDialogue('save')}>
          {t('views.save')}
        </button>
      )}
      {current?.editable && (
        <button type="button" className="plain-button" onClick={() => setDialogue('remove')}>
          {t('views.remove', { name: current.name })}
        </button>
      )}
      {dialogue === 'save' && <SaveView filters={filters} me={me} onClose={() => setDialogue(undefined)} />}
      {dialogue === 'remove' && current && <RemoveView view={current} onClose={() => setDialogue(undefined)} />}
    </div>
  );
}

function ViewChip({ view, chosen, onClick }: { view: QueueView; chosen: boolean; onClick: () => void }) {
  const { t } = useTexts();
  return (
    <button type="button" className="chip" aria-pressed={chosen} onClick={onClick}>
      {view.name}
      {view.shared && <small className="soft"> {t('views.shared')}</small>}{' '}
      <strong className="number">{view.capped ? t('views.more', { count: view.count }) : view.count}</strong>
    </button>
  );
}
