import { appendFile } from 'node:fs/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock, addDays, shanghaiDate, shanghaiInstant } from '@nqi/kernel';
import { MESSAGING_SETTINGS, type MessagingSettings } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import { BackgroundRunner } from '../background-runner.js';

const RETRY_MS = 60_000;
const ANCHOR = `
  INSERT INTO audit_anchor (day, seq, hash, anchored_at)
  SELECT $1, seq, hash, $2 FROM audit_record ORDER BY seq DESC LIMIT 1
  ON CONFLICT DO NOTHING
  RETURNING seq, encode(hash, 'hex') AS hash`;

/**
 * Writes the head of the trail down once a day: in the database, in the log and, when AUDIT_ANCHOR_FILE names one, in
 * a file that somebody else keeps. Whoever rewrites the whole chain cannot rewrite that file.
 */
@Injectable()
export class AuditAnchorLoop extends BackgroundRunner {
  private readonly logger = new Logger('audit');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(MESSAGING_SETTINGS) private readonly settings: MessagingSettings,
  ) {
    super({ name: 'audit anchors', retryMs: RETRY_MS, clock });
  }

  /** The head of today unless there is one; resolves with the milliseconds until tomorrow or the next look. */
  async anchor(): Promise<number> {
    const at = this.clock.now();
    const day = shanghaiDate(at);
    const [head] = await this.database.query<{ seq: string; hash: string }>(ANCHOR, [day, at]);
    if (head) await this.tell(day, head);
    return Math.min(shanghaiInstant(addDays(day, 1)).getTime() - at.getTime(), 3_600_000);
  }

  protected override pass(): Promise<number> {
    return this.anchor();
  }

  private async tell(day: string, { seq, hash }: { seq: string; hash: string }): Promise<void> {
    const line = JSON.stringify({ service: this.settings.service, day, seq, hash });
    this.logger.log(`anchor ${line}`);
    const file = process.env['AUDIT_ANCHOR_FILE']?.trim();
    if (file) await appendFile(file, `${line}\n`, { mode: 0o600 });
  }
}
