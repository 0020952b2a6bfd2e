import type { Principal } from '@nqi/platform';
import type { EventStream, StreamEvent } from './event-stream.js';
import { LiveEvents } from './live-events.js';

class FakeStream {
  readonly sent: StreamEvent[] = [];
  ended = false;

  send(event: StreamEvent): void {
    this.sent.push(event);
  }

  end(): void {
    this.ended = true;
  }
}

const caller = (userId: string, organizationId: string): Principal => ({
  userId,
  username: userId,
  displayName: userId,
  roles: ['enterprise_owner'],
  organizationId,
  organizationKind: 'enterprise',
  organizationName: organizationId,
});
const update = (organizationId: string, id: string) => ({
  audience: { organizationId },
  subject: 'request',
  id,
  cause: 'nqi.intake.v1.RequestFiled',
});

function joined(events: LiveEvents, who: Principal, lastEventId?: string) {
  const stream = new FakeStream();
  const leave = events.join(who, stream as unknown as EventStream, lastEventId);
  return { stream, leave };
}

describe('LiveEvents', () => {
  it('brings an update to those it concerns, without telling who else hears of it', () => {
    const events = new LiveEvents('g');
    const mine = joined(events, caller('u1', 'A'));
    const foreign = joined(events, caller('u2', 'B'));

    events.publish(update('A', 'r1'));

    expect(mine.stream.sent).toEqual([
      { id: 'g-1', data: { subject: 'request', id: 'r1', cause: 'nqi.intake.v1.RequestFiled' } },
    ]);
    expect(foreign.stream.sent).toEqual([]);
  });

  it('tells a returning browser what it missed and may know', () => {
    const events = new LiveEvents('g');
    for (const [organization, id] of [
      ['A', 'r1'],
      ['A', 'r2'],
      ['B', 'r3'],
      ['A', 'r4'],
    ] as const) {
      events.publish(update(organization, id));
    }

    const { stream } = joined(events, caller('u1', 'A'), 'g-1');

    expect(stream.sent.map(({ id }) => id)).toEqual(['g-2', 'g-4']);
  });

  it('tells a browser that comes from another replica to fetch everything', () => {
    const { stream } = joined(new LiveEvents('g'), caller('u1', 'A'), 'other-17');

    expect(stream.sent).toEqual([{ id: 'g-0', event: 'resync', data: {} }]);
  });

  it('forgets a stream that left', () => {
    const events = new LiveEvents('g');
    const { stream, leave } = joined(events, caller('u1', 'A'));

    leave();
    events.publish(update('A', 'r1'));

    expect(stream.sent).toEqual([]);
    expect(events.size).toBe(0);
  });

  it('ends the oldest stream of a user who opens too many, and nobody else’s', () => {
    const events = new LiveEvents('g');
    const other = joined(events, caller('u2', 'A'));
    const own = Array.from({ length: 11 }, () => joined(events, caller('u1', 'A')));

    expect(own.map(({ stream }) => stream.ended)).toEqual([true, ...Array<boolean>(10).fill(false)]);
    expect(other.stream.ended).toBe(false);
  });
});
