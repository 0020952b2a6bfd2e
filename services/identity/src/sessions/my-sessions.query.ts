import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import type { Principal } from '@nqi/platform';
import { SessionRepository, type OpenSession } from './session.repository.js';

export interface MySession extends Omit<OpenSession, 'userId'> {
  /** The one that asks. */
  readonly current: boolean;
}

/** Where the caller is signed in. */
@Injectable()
export class MySessionsQuery {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  async execute({ userId, sessionId }: Principal): Promise<{ items: MySession[] }> {
    const open = await this.sessions.listOpen(userId, this.clock.now());
    return { items: open.map(({ userId: _owner, ...session }) => ({ ...session, current: session.id === sessionId })) };
  }
}
