import { Injectable } from '@nestjs/common';
import { Clock, DomainError } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { AuditTrail } from '@nqi/platform';
import { SessionRepository } from './session.repository.js';

/** A person ends their sessions from afar: one that is not theirs any more, or all. */
@Injectable()
export class EndSessionsHandler {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly trail: AuditTrail,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws `not_found` for a session that is not the user's or is over. */
  revoke(userId: string, sessionId: string): Promise<void> {
    return this.database.transaction(async () => {
      if (!(await this.sessions.revoke(userId, sessionId, this.clock.now()))) {
        throw new DomainError('SESSION.UNKNOWN', 'not_found', { zh: '没有此登录会话', en: 'No such session' });
      }
      await this.note('session.revoked', { kind: 'session', id: sessionId });
    });
  }

  everywhere(userId: string): Promise<void> {
    return this.database.transaction(async () => {
      const ended = await this.sessions.endAll(userId, 'revoked', this.clock.now());
      await this.note('session.all-revoked', { kind: 'account', id: userId }, { ended });
    });
  }

  private note(action: string, subject: { kind: string; id: string }, details = {}): Promise<void> {
    return this.trail.note({ action, outcome: 'success', subject, details });
  }
}
