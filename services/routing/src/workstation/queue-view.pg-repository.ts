import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { QueueViewRepository } from './queue-view.repository.js';
import { isShared, type QueueView, type SavedFilter, type ViewScope } from './queue-view.js';

const COLUMNS = 'id, owner, node_path, name, filter, version';
const LIST = `
  SELECT ${COLUMNS} FROM queue_view
  WHERE (node_path IS NULL AND owner = ANY($1::text[])) OR node_path = ANY($2::text[])
  ORDER BY node_path IS NULL, name COLLATE "C", id`;
const FIND = `SELECT ${COLUMNS} FROM queue_view WHERE id = $1`;
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended($1, 1764000100061))`;
const SAVE = `
  INSERT INTO queue_view (id, owner, node_path, name, filter, version, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, name = excluded.name, filter = excluded.filter,
    version = excluded.version, changed_at = excluded.changed_at`;
const REMOVE = `DELETE FROM queue_view WHERE id = $1`;

interface ViewRow {
  id: string;
  owner: string;
  node_path: string | null;
  name: string;
  filter: SavedFilter;
  version: number;
}

@Injectable()
export class PgQueueViewRepository extends QueueViewRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async list(scopes: readonly ViewScope[]): Promise<QueueView[]> {
    const owners = scopes.flatMap((scope) => (isShared(scope) ? [] : [scope.owner]));
    const offices = scopes.flatMap((scope) => (isShared(scope) ? [scope.nodePath] : []));
    return (await this.database.query<ViewRow>(LIST, [owners, offices])).map(toView);
  }

  async lock(scope: ViewScope): Promise<QueueView[]> {
    await this.database.query(LOCK, [isShared(scope) ? `office ${scope.nodePath}` : `person ${scope.owner}`]);
    return this.list([scope]);
  }

  async find(id: string): Promise<QueueView | undefined> {
    const [row] = await this.database.query<ViewRow>(FIND, [id]);
    return row && toView(row);
  }

  async save({ id, scope, name, filter, version }: QueueView, owner: string, at: Date): Promise<void> {
    const nodePath = isShared(scope) ? scope.nodePath : null;
    await this.database.write(SAVE, [id, owner, nodePath, name, JSON.stringify(filter), version, at]);
  }

  async remove(id: string): Promise<void> {
    await this.database.write(REMOVE, [id]);
  }
}

function toView({ id, owner, node_path: nodePath, name, filter, version }: ViewRow): QueueView {
  return { id, scope: nodePath === null ? { owner } : { nodePath }, name, filter, version };
}
