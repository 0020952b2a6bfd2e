import { queryOptions } from '@tanstack/react-query';
import { readDecision } from '../../api/decision.js';
import { readTicket } from '../../api/tickets.js';

export const ticketQuery = (id: string) => queryOptions({ queryKey: ['ticket', id], queryFn: () => readTicket(id) });

export const decisionQuery = (id: string) =>
  queryOptions({ queryKey: ['ticket', id, 'decision'], queryFn: () => readDecision(id), retry: false });
