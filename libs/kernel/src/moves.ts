import { DomainError } from './domain-error.js';

/** A state machine as data: every legal target per state; an empty list makes a state final. */
export type Moves<S extends string> = Readonly<Record<S, readonly S[]>>;

export function canMove<S extends string>(moves: Moves<S>, from: S, to: S): boolean {
  return moves[from].includes(to);
}

/** Throws a conflict naming both states when the move is not in the table; staying put is a move like any other. */
export function assertMove<S extends string>(moves: Moves<S>, from: S, to: S, code: string): void {
  if (canMove(moves, from, to)) return;
  throw new DomainError(
    code,
    'conflict',
    { zh: `状态“${from}”不能变更为“${to}”`, en: `Cannot move from "${from}" to "${to}"` },
    { from, to, allowed: [...moves[from]] },
  );
}

export function isFinal<S extends string>(moves: Moves<S>, state: S): boolean {
  return moves[state].length === 0;
}
