import { Inject, Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { MESSAGING_SETTINGS, type MessagingSettings } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import { actorOf, type AuditEntry, type AuditRecord } from './audit-record.js';
import { CallContext } from './call-context.js';

const APPEND = `SELECT audit_append($1::text[])`;
const MOST_AT_ONCE = 200;

interface Waiting {
  readonly content: string;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** Writes the service's audit trail. */
@Injectable()
export class AuditTrail {
  private readonly waiting: Waiting[] = [];
  private writing = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(MESSAGING_SETTINGS) private readonly settings: MessagingSettings,
  ) {}

  /**
   * Puts an entry on record. Inside a transaction it stands or falls with it; outside, this resolves once it is
   * durable. Rejects when it cannot be kept: what must not happen unseen waits for this first.
   */
  async note(entry: AuditEntry): Promise<void> {
    const content = storable(JSON.stringify(this.recordOf(entry)));
    if (this.database.inTransaction) return this.database.gather(this.append, content);
    await new Promise<void>((done, failed) => {
      this.waiting.push({ content, done, failed });
      if (!this.writing) void this.writeWaiting();
    });
  }

  private recordOf({ actor, ...entry }: AuditEntry): AuditRecord {
    const principal = CallContext.principal();
    return {
      id: newId(),
      at: this.clock.now().toISOString(),
      service: this.settings.service,
      actor: actor ?? (principal && actorOf(principal)),
      ...entry,
      ...CallContext.origin(),
    };
  }

  /** Those that come while a write runs go together in the next one. */
  private async writeWaiting(): Promise<void> {
    this.writing = true;
    for (let batch = this.waiting.splice(0, MOST_AT_ONCE); batch.length > 0;) {
      await this.append(batch.map(({ content }) => content)).then(
        () => batch.forEach(({ done }) => done()),
        (error: unknown) => batch.forEach(({ failed }) => failed(error)),
      );
      batch = this.waiting.splice(0, MOST_AT_ONCE);
    }
    this.writing = false;
  }

  private readonly append = async (contents: readonly string[]): Promise<void> => {
    await this.database.query(APPEND, [contents]);
  };
}

/** PostgreSQL stores neither NUL nor half a surrogate pair; an address may hold either. */
const storable = (json: string): string => json.replace(/\\u(?:0000|d[89a-f][0-9a-f]{2})/gi, '\\ufffd');
