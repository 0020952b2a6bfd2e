import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import type { Pool, PoolClient, QueryResult } from 'pg';
import type { DataSource } from 'typeorm';

interface Scope {
  readonly client: PoolClient;
  /** Undefined in a session, where every statement stands for itself. */
  readonly afterCommit?: (() => void)[];
  readonly gathered?: Map<Write<never>, unknown[]>;
}

type Write<T> = (values: readonly T[]) => Promise<void>;

/**
 * One service's database: transactions and prepared statements over TypeORM's pool.
 *
 * A transaction is ambient: whatever runs inside `transaction(work)`, in whichever file, joins it. No network call
 * belongs inside one. A statement that fails inside a transaction dooms it: catching the error does not save it.
 */
export class Database {
  private readonly scopes = new AsyncLocalStorage<Scope>();

  constructor(readonly dataSource: DataSource) {}

  /** Runs work in one transaction, or inside the caller's when there is one. Rolls back when work throws. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.inTransaction) return work();
    return this.withClient(async (client, fate) => {
      const scope = { client, afterCommit: [] as (() => void)[], gathered: new Map<Write<never>, unknown[]>() };
      await client.query('BEGIN');
      let result: T;
      try {
        result = await this.scopes.run(scope, async () => {
          const value = await work();
          for (const [write, values] of scope.gathered) await write(values as never[]);
          return value;
        });
        await client.query('COMMIT');
      } catch (error) {
        // The connection may be what failed; the first error is the one worth telling.
        await client.query('ROLLBACK').catch(() => (fate.close = true));
        throw error;
      }
      for (const hook of scope.afterCommit) hook();
      return result;
    });
  }

  /**
   * Runs work on one connection of its own, each statement its own transaction, so that what belongs to a connection
   * (an advisory lock) outlives a statement. The connection is closed, not given back, when work throws.
   */
  async session<T>(work: () => Promise<T>): Promise<T> {
    if (this.scopes.getStore()) throw new Error('a session cannot begin inside a transaction or another session');
    return this.withClient(async (client, fate) => {
      fate.close = true;
      const result = await this.scopes.run({ client }, work);
      fate.close = false;
      return result;
    });
  }

  /** Rows of one statement, in the ambient transaction or in one of its own. Prepared once per connection. */
  async query<Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.execute(sql, values)).rows as Row[];
  }

  /** Number of rows that one statement wrote. */
  async write(sql: string, values: unknown[] = []): Promise<number> {
    return (await this.execute(sql, values)).rowCount ?? 0;
  }

  /** Calls back once the ambient transaction is durable, never when it rolls back; at once when there is none. */
  afterCommit(hook: () => void): void {
    const hooks = this.scopes.getStore()?.afterCommit;
    if (hooks) hooks.push(hook);
    else hook();
  }

  /**
   * Gathers values over the ambient transaction and hands them to `write` together just before it commits, so that a
   * transaction of a hundred events makes one statement instead of a hundred. Writes at once when there is none.
   */
  async gather<T>(write: Write<T>, value: T): Promise<void> {
    const gathered = this.scopes.getStore()?.gathered;
    if (!gathered) return write([value]);
    const values = gathered.get(write);
    if (values) values.push(value);
    else gathered.set(write, [value]);
  }

  get inTransaction(): boolean {
    return this.scopes.getStore()?.afterCommit !== undefined;
  }

  private async execute(sql: string, values: unknown[]): Promise<QueryResult> {
    const statement = { name: statementName(sql), text: sql, values };
    const scope = this.scopes.getStore();
    if (scope) return scope.client.query(statement);
    return this.withClient((client) => client.query(statement));
  }

  private async withClient<T>(work: (client: PoolClient, fate: { close: boolean }) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    const fate = { close: false };
    // A connection that breaks while nobody waits for its answer must not end the process.
    const onError = () => (fate.close = true);
    client.on('error', onError);
    try {
      return await work(client, fate);
    } finally {
      client.off('error', onError);
      client.release(fate.close);
    }
  }

  /** TypeORM owns the pool; its query runners would add an object and several hops to every statement. */
  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}

const names = new Map<string, string>();

/** PostgreSQL keeps a plan per name and connection; the name must change whenever the text does. */
function statementName(sql: string): string {
  let name = names.get(sql);
  if (!name) {
    name = createHash('sha1').update(sql).digest('base64url');
    names.set(sql, name);
  }
  return name;
}
