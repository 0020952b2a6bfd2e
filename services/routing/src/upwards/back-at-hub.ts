import type { TicketFact } from '../tickets/ticket-events.js';
import type { TicketState } from '../tickets/ticket-state.js';

/** What the province refused: at the hub, for a person to place, and accepted by nobody. */
export function backAtHub(
  { nodeCode }: TicketState,
  hub: { readonly code: string; readonly path: string },
  reason: string,
): { readonly patch: Partial<TicketState>; readonly fact: TicketFact } {
  return {
    patch: {
      status: 'ROUTED',
      nodeCode: hub.code,
      nodePath: hub.path,
      assignee: undefined,
      handedUpAt: undefined,
      triage: 'NO_CAPABILITY',
      acceptedAt: undefined,
      respondedAt: undefined,
      startedAt: undefined,
    },
    fact: { type: 'TicketHandedBack', reason, fromNodeCode: nodeCode, toNodeCode: hub.code },
  };
}
