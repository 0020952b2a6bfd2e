import { DataSource, type MixedList } from 'typeorm';

type ClassList = NonNullable<MixedList<new () => object>>;

export interface DataSourceSettings {
  readonly url: string;
  /** Connections this process may hold; all services of one host together should stay within 8 to 16. */
  readonly poolSize: number;
  readonly applicationName: string;
  readonly migrations: ClassList;
  readonly entities?: ClassList;
}

/** A data source with the limits every service shares: nothing may wait or run for ever. The schema is migrations' alone. */
export function createDataSource(settings: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url: settings.url,
    applicationName: settings.applicationName,
    poolSize: settings.poolSize,
    synchronize: false,
    migrationsRun: false,
    migrationsTransactionMode: 'each',
    migrations: settings.migrations,
    entities: settings.entities ?? [],
    logging: false,
    extra: {
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 60_000,
      keepAlive: true,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  });
}
