import { Body, Controller, Post } from '@nestjs/common';
import { NetworkChangedSchema, TOPICS, eventMessage } from '@nqi/contracts';
import { newId } from '@nqi/kernel';
import { Outbox } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import { IntegerField, Public, TextField } from '@nqi/platform';

class SayBody {
  @TextField()
  key!: string;

  @IntegerField({ min: 1, max: 1_000 })
  from!: number;

  @IntegerField({ min: 1, max: 1_000 })
  to!: number;
}

/** Says numbered events about a key, each with a row of state, one transaction a number. */
@Controller('say')
export class LedgerController {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  @Post()
  @Public()
  async say(@Body() { key, from, to }: SayBody): Promise<void> {
    for (let number = from; number <= to; number += 1) {
      await this.database.transaction(async () => {
        await this.database.write('INSERT INTO said (id, key) VALUES ($1, $2)', [newId(), key]);
        await this.outbox.append([
          eventMessage(TOPICS.network, key, NetworkChangedSchema, { code: key, nameZh: String(number) }),
        ]);
      });
    }
  }
}
