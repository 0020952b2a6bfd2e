import { Injectable } from '@nestjs/common';
import { Clock, shanghaiDate } from '@nqi/kernel';
import { Database, binding, type Bind } from '@nqi/persistence';
import { DEFAULT_PAGE, decodeCursor, toPage, type Access, type Page } from '@nqi/platform';
import { instrumentStatus, validityOf, type InstrumentStatus } from './instrument.js';

export interface InstrumentFilter {
  readonly status?: InstrumentStatus;
  readonly mandatory?: boolean;
  readonly serial?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

/** An instrument as its ledger shows it. */
export interface InstrumentView {
  readonly id: string;
  readonly owner: { readonly uscc: string; readonly name: string };
  readonly name: string;
  readonly ref: string | null;
  readonly serial: string;
  readonly model: string | null;
  readonly mandatory: boolean;
  readonly status: InstrumentStatus;
  readonly validUntil: string | null;
  readonly measuredOn: string;
  readonly lastNumber: string;
  readonly lastKind: string;
  readonly institutionName: string;
}

interface InstrumentRow {
  id: string;
  owner_uscc: string;
  owner_name: string;
  name: string;
  ref: string;
  serial: string;
  model: string | null;
  mandatory: boolean;
  conforms: boolean | null;
  valid_until: string | null;
  measured_on: string;
  last_number: string;
  last_kind: string;
  institution_name: string;
}

const OWNERSHIP = { enterpriseUscc: 'owner_uscc', institutionId: 'institution_id', nodePath: 'node_path' };
/** Sorts what never expires behind everything that does. */
const NEVER = '9999-12-31';
const DUE = `coalesce(valid_until, '${NEVER}'::date)`;

/** The ledger within the caller's reach, soonest due first. */
@Injectable()
export class ListInstrumentsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute(filter: InstrumentFilter, access: Access): Promise<Page<InstrumentView>> {
    const today = shanghaiDate(this.clock.now());
    const { values, bind } = binding();
    const limit = filter.limit ?? DEFAULT_PAGE;
    const where = [access.condition(OWNERSHIP, bind)];
    if (filter.status) where.push(statusCondition(filter.status, today, bind));
    if (filter.mandatory !== undefined) where.push(`mandatory = ${bind(filter.mandatory)}`);
    if (filter.serial) where.push(`serial = ${bind(filter.serial)}`);
    if (filter.cursor) {
      const [due, id] = decodeCursor(filter.cursor, 2);
      where.push(`(${DUE}, id) > (${bind(due)}::date, ${bind(id)}::uuid)`);
    }
    const rows = await this.database.query<InstrumentRow>(
      `SELECT id, owner_uscc, owner_name, name, ref, serial, model, mandatory, conforms, valid_until::text AS valid_until,
         measured_on::text AS measured_on, last_number, last_kind, institution_name
       FROM instrument WHERE ${where.join(' AND ')} ORDER BY ${DUE}, id LIMIT ${bind(limit + 1)}`,
      values,
    );
    return toPage(
      rows,
      limit,
      (row) => [row.valid_until ?? NEVER, row.id],
      (row) => toView(row, today),
    );
  }
}

function statusCondition(status: InstrumentStatus, today: string, bind: Bind): string {
  if (status === 'FAILED') return 'conforms IS FALSE';
  const { from, to } = validityOf(status, today);
  const bounds = [from && `${DUE} >= ${bind(from)}::date`, to && `${DUE} <= ${bind(to)}::date`].filter(Boolean);
  return ['conforms IS NOT FALSE', ...bounds].join(' AND ');
}

const toView = (row: InstrumentRow, today: string): InstrumentView => ({
  id: row.id,
  owner: { uscc: row.owner_uscc, name: row.owner_name },
  name: row.name,
  ref: row.ref || null,
  serial: row.serial,
  model: row.model,
  mandatory: row.mandatory,
  status: instrumentStatus({ conforms: row.conforms, validUntil: row.valid_until }, today),
  validUntil: row.valid_until,
  measuredOn: row.measured_on,
  lastNumber: row.last_number,
  lastKind: row.last_kind,
  institutionName: row.institution_name,
});
