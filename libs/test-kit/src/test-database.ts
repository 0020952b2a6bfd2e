import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of its own for one test, and a look into it beside the service that owns it. */
export class TestDatabase {
  private readonly pool: pg.Pool;

  private constructor(
    private readonly serverUrl: string,
    private readonly name: string,
    readonly url: string,
  ) {
    this.pool = new pg.Pool({ connectionString: url, max: 1, application_name: 'nqi-test' });
    this.pool.on('error', () => undefined);
  }

  static async create(serverUrl: string): Promise<TestDatabase> {
    const name = `nqi_test_${randomBytes(6).toString('hex')}`;
    await onServer(serverUrl, `CREATE DATABASE ${name}`);
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    return new TestDatabase(serverUrl, name, url.href);
  }

  async query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query(sql, values)).rows as Row[];
  }

  /** Drops the database with everything that still holds it open. */
  async drop(): Promise<void> {
    await this.pool.end();
    await onServer(this.serverUrl, `DROP DATABASE IF EXISTS ${this.name} WITH (FORCE)`);
  }
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
