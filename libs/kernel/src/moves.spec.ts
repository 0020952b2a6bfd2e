import { DomainError } from './domain-error.js';
import { assertMove, canMove, isFinal, type Moves } from './moves.js';

type State = 'open' | 'paused' | 'closed';
const MOVES: Moves<State> = { open: ['paused', 'closed'], paused: ['open'], closed: [] };

describe('moves', () => {
  it('lets through every move in the table and no other', () => {
    const states = Object.keys(MOVES) as State[];
    const allowed = states.flatMap((from) =>
      states.filter((to) => canMove(MOVES, from, to)).map((to) => `${from}>${to}`),
    );

    expect(allowed).toEqual(['open>paused', 'open>closed', 'paused>open']);
  });

  it('raises a conflict that names both states and the way out', () => {
    const act = (): void => assertMove(MOVES, 'paused', 'closed', 'TICKET.ILLEGAL_MOVE');

    expect(act).toThrow(DomainError);
    expect(act).toThrow(
      expect.objectContaining({
        code: 'TICKET.ILLEGAL_MOVE',
        kind: 'conflict',
        details: { from: 'paused', to: 'closed', allowed: ['open'] },
      }),
    );
  });

  it('does not treat staying put as legal unless the table says so', () => {
    expect(() => assertMove(MOVES, 'open', 'open', 'X.ILLEGAL_MOVE')).toThrow(DomainError);
    expect(() => assertMove(MOVES, 'open', 'closed', 'X.ILLEGAL_MOVE')).not.toThrow();
  });

  it('knows a final state by its empty row', () => {
    expect(isFinal(MOVES, 'closed')).toBe(true);
    expect(isFinal(MOVES, 'open')).toBe(false);
  });
});
