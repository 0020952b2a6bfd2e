import type { Access } from '@nqi/platform';

type Bind = (value: unknown) => string;

export function binding(...values: unknown[]): { values: unknown[]; bind: Bind } {
  return { values, bind: (value) => `$${values.push(value)}` };
}

/** One ticket, under the alias `t`, when an office of the caller's reach holds it. */
export function ticketInReach(ticketId: string, access: Access, bind: Bind): string {
  return `t.id = ${bind(ticketId)}::uuid AND ${access.condition({ nodePath: 't.node_path' }, bind)}`;
}
