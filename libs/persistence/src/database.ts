import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import type { PoolClient, QueryResult } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

interface Scope {
  readonly runner: QueryRunner;
  readonly client: PoolClient;
  readonly afterCommit: (() => void)[];
}

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
    if (this.scopes.getStore()) return work();
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      const scope: Scope = { runner, client, afterCommit: [] };
      await runner.startTransaction();
      try {
        const result = await this.scopes.run(scope, work);
        await runner.commitTransaction();
        for (const hook of scope.afterCommit) hook();
        return result;
      } catch (error) {
        // The connection may be what failed; the first error is the one worth telling.
        await runner.rollbackTransaction().catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release().catch(() => undefined);
    }
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
    const scope = this.scopes.getStore();
    if (scope) scope.afterCommit.push(hook);
    else hook();
  }

  /** TypeORM's manager of the ambient transaction, or of the pool when there is none. */
  get manager(): EntityManager {
    return this.scopes.getStore()?.runner.manager ?? this.dataSource.manager;
  }

  get inTransaction(): boolean {
    return this.scopes.getStore() !== undefined;
  }

  private async execute(sql: string, values: unknown[]): Promise<QueryResult> {
    const statement = { name: statementName(sql), text: sql, values };
    const scope = this.scopes.getStore();
    if (scope) return scope.client.query(statement);
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      return await client.query(statement);
    } finally {
      await runner.release().catch(() => undefined);
    }
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
