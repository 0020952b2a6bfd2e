import { queryOptions } from '@tanstack/react-query';
import { readProgress } from '../../api/dialogue.js';
import { readRequest, readTimeline } from '../../api/requests.js';

/** Keys begin as live updates name their subject, so that an update finds what to fetch again. */
export const requestQuery = (id: string) => queryOptions({ queryKey: ['request', id], queryFn: () => readRequest(id) });

export const timelineQuery = (id: string) =>
  queryOptions({ queryKey: ['request', id, 'timeline'], queryFn: () => readTimeline(id) });

export const progressQuery = (id: string) =>
  queryOptions({ queryKey: ['request', id, 'progress'], queryFn: () => readProgress(id), retry: false });
