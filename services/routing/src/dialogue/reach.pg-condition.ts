import type { Bind } from '@nqi/persistence';
import type { Access } from '@nqi/platform';

/** One ticket, under the alias `t`, when an office of the caller's reach holds it. */
export function ticketInReach(ticketId: string, access: Access, bind: Bind): string {
  return `t.id = ${bind(ticketId)}::uuid AND ${access.condition({ nodePath: 't.node_path' }, bind)}`;
}
