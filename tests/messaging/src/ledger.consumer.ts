import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { RequestFiledSchema, type RequestFiled } from '@nqi/contracts';
import { DomainError } from '@nqi/kernel';
import { OnEvent } from '@nqi/messaging';
import { Database } from '@nqi/persistence';

/** How an event asks the ledger to misbehave, in its `filedBy`. */
export type Behaviour = 'work' | 'refuse' | 'break' | 'slow' | 'deadlock-once' | 'refuse-once';

const misbehaved = new Set<string>();

/** Writes down every event it is given, with the troubles the event asks for. */
@Controller()
export class LedgerConsumer {
  constructor(private readonly database: Database) {}

  @OnEvent(RequestFiledSchema)
  async onFiled(@Payload() event: RequestFiled): Promise<void> {
    const key = event.request?.requestId ?? '';
    const item = event.items.length;
    await this.database.write('INSERT INTO effect (key, item, by_process) VALUES ($1, $2, $3)', [
      key,
      item,
      process.pid,
    ]);
    await this.misbehave(event.filedBy as Behaviour, `${key}/${item}`);
  }

  private async misbehave(behaviour: Behaviour, once: string): Promise<void> {
    switch (behaviour) {
      case 'refuse':
        throw new DomainError('LEDGER.REFUSED', 'conflict', 'refused');
      case 'refuse-once':
        if (misbehaved.has(once)) return;
        misbehaved.add(once);
        throw new DomainError('LEDGER.REFUSED', 'conflict', 'refused');
      case 'break':
        throw new TypeError('a bug in a handler');
      case 'deadlock-once':
        if (misbehaved.has(once)) return;
        misbehaved.add(once);
        throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
      case 'slow':
        await this.database.query('SELECT pg_sleep(0.05)');
        return;
      case 'work':
        return;
    }
  }
}
