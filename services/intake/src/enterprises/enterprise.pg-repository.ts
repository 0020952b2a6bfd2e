import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { EnterpriseRepository, type Enterprise } from './enterprise.repository.js';

const FIND = `SELECT uscc, name, region_code, park_code, registered_at FROM enterprise WHERE uscc = $1`;
const KEEP = `
  INSERT INTO enterprise AS known (uscc, name, region_code, park_code, registered_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (uscc) DO UPDATE SET name = excluded.name, region_code = excluded.region_code,
    park_code = excluded.park_code, registered_at = excluded.registered_at
  WHERE known.registered_at <= excluded.registered_at`;

interface Row {
  uscc: string;
  name: string;
  region_code: string;
  park_code: string | null;
  registered_at: Date;
}

@Injectable()
export class PgEnterpriseRepository extends EnterpriseRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async find(uscc: string): Promise<Enterprise | undefined> {
    const [row] = await this.database.query<Row>(FIND, [uscc]);
    if (!row) return undefined;
    return {
      uscc: row.uscc,
      name: row.name,
      regionCode: row.region_code,
      parkCode: row.park_code ?? undefined,
      registeredAt: row.registered_at,
    };
  }

  async keep({ uscc, name, regionCode, parkCode, registeredAt }: Enterprise): Promise<void> {
    await this.database.write(KEEP, [uscc, name, regionCode, parkCode ?? null, registeredAt]);
  }
}
