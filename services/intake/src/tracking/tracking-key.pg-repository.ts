import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { TrackingKeyRepository } from './tracking-key.repository.js';

@Injectable()
export class PgTrackingKeyRepository extends TrackingKeyRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async read(): Promise<Buffer> {
    const [row] = await this.database.query<{ key: Buffer }>('SELECT key FROM tracking_key');
    if (!row) throw new Error('the tracking key is missing');
    return row.key;
  }
}
