/** A change of the number of open tickets at a desk: an office or an institution, by its code (they never share one). */
export interface DeskMove {
  readonly desk: string;
  readonly by: number;
}

interface Held {
  readonly nodeCode: string;
  readonly institution?: { readonly id: string };
  readonly status: string;
  readonly triage?: string;
}

const ENDED = ['RESOLVED', 'CANCELLED'];

/** The desks at which a ticket counts as open; one in triage is on nobody's desk. */
export function desksOf({ nodeCode, institution, status, triage }: Held): string[] {
  if (ENDED.includes(status)) return [];
  return [...(triage === undefined ? [nodeCode] : []), ...(institution ? [institution.id] : [])];
}

/** What a change of a ticket takes from some desks and puts on others. */
export function deskMoves(before: Held, after: Held): DeskMove[] {
  const [had, has] = [desksOf(before), desksOf(after)];
  return [
    ...had.filter((desk) => !has.includes(desk)).map((desk) => ({ desk, by: -1 })),
    ...has.filter((desk) => !had.includes(desk)).map((desk) => ({ desk, by: 1 })),
  ];
}
