import { Injectable } from '@nestjs/common';
import type { ServiceDomain } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { decodeIdCursor, toPage, type Page } from '@nqi/platform';
import { PART_OF, type SumPart } from './programme-sums.js';
import { ProgrammeRepository, type ProgrammeWithSums } from './programme.repository.js';
import type { Programme, ProgrammeAmendment, VoucherKind } from './programme.js';
import { unknownProgramme } from './voucher.errors.js';

/** The rule of `sumsOf` in SQL. */
const sumOf = (part: SumPart): string => {
  const statuses = Object.entries(PART_OF).flatMap(([status, of]) => (of === part ? [`'${status}'`] : []));
  const amount = part === 'usedFen' || part === 'settledFen' ? 'v.amount_fen' : 'v.face_fen';
  return `coalesce(sum(${amount}) FILTER (WHERE v.status IN (${statuses.join(', ')})), 0)`;
};

const COLUMNS = `p.*, p.first_day::text AS first_date, p.last_day::text AS last_date`;
const SUMS = `
  SELECT ${COLUMNS}, s.granted, s.locked, s.used, s.settled
  FROM voucher_programme p CROSS JOIN LATERAL (
    SELECT ${sumOf('grantedFen')} AS granted, ${sumOf('lockedFen')} AS locked, ${sumOf('usedFen')} AS used,
      ${sumOf('settledFen')} AS settled
    FROM voucher v WHERE v.programme_id = p.id
  ) s`;
const ADD = `
  INSERT INTO voucher_programme (id, name_zh, name_en, kind, budget_fen, share_percent, cap_fen, domains, service_codes,
    first_day, last_day, legal_basis, created_by, created_at, version)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::date, $11::date, $12, $13, $14, $15)`;
const LOCK = `SELECT ${COLUMNS} FROM voucher_programme p WHERE p.id = $1 FOR UPDATE`;
const AMEND = `
  UPDATE voucher_programme SET name_zh = $2, name_en = $3, budget_fen = $4, legal_basis = $5, version = version + 1
  WHERE id = $1 AND committed_fen <= $4 AND cap_fen <= $4`;

interface ProgrammeRow {
  id: string;
  name_zh: string;
  name_en: string;
  kind: VoucherKind;
  budget_fen: string;
  share_percent: number;
  cap_fen: string;
  domains: ServiceDomain[];
  service_codes: string[];
  first_date: string;
  last_date: string;
  legal_basis: string;
  created_by: string;
  created_at: Date;
  version: number;
}

interface SumsRow extends ProgrammeRow {
  granted: string;
  locked: string;
  used: string;
  settled: string;
}

@Injectable()
export class PgProgrammeRepository extends ProgrammeRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async add(programme: Programme): Promise<void> {
    await this.database.write(ADD, [
      programme.id,
      programme.name.zh,
      programme.name.en,
      programme.kind,
      programme.budgetFen,
      programme.sharePercent,
      programme.capFen,
      programme.domains,
      programme.serviceCodes,
      programme.firstDay,
      programme.lastDay,
      programme.legalBasis,
      programme.createdBy,
      programme.createdAt,
      programme.version,
    ]);
  }

  async find(id: string): Promise<ProgrammeWithSums | undefined> {
    const [row] = await this.database.query<SumsRow>(`${SUMS} WHERE p.id = $1`, [id]);
    return row && withSums(row);
  }

  async list(limit: number, cursor?: string): Promise<Page<ProgrammeWithSums>> {
    const before = cursor === undefined ? null : decodeIdCursor(cursor);
    const sql = `${SUMS} WHERE $1::uuid IS NULL OR p.id < $1::uuid ORDER BY p.id DESC LIMIT $2`;
    return toPage(await this.database.query<SumsRow>(sql, [before, limit + 1]), limit, ({ id }) => [id], withSums);
  }

  amend(id: string, decide: (programme: Programme) => ProgrammeAmendment): Promise<boolean> {
    return this.database.transaction(async () => {
      const [row] = await this.database.query<ProgrammeRow>(LOCK, [id]);
      if (!row) throw unknownProgramme();
      const { name, budgetFen, legalBasis } = decide(toProgramme(row));
      return (await this.database.write(AMEND, [id, name.zh, name.en, budgetFen, legalBasis])) > 0;
    });
  }
}

function toProgramme(row: ProgrammeRow): Programme {
  return {
    id: row.id,
    name: { zh: row.name_zh, en: row.name_en },
    kind: row.kind,
    budgetFen: Number(row.budget_fen),
    sharePercent: row.share_percent,
    capFen: Number(row.cap_fen),
    domains: row.domains,
    serviceCodes: row.service_codes,
    firstDay: row.first_date,
    lastDay: row.last_date,
    legalBasis: row.legal_basis,
    createdBy: row.created_by,
    createdAt: row.created_at,
    version: row.version,
  };
}

function withSums(row: SumsRow): ProgrammeWithSums {
  const programme = toProgramme(row);
  const [grantedFen, lockedFen, usedFen, settledFen] = [row.granted, row.locked, row.used, row.settled].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const leftFen = programme.budgetFen - grantedFen - lockedFen - usedFen - settledFen;
  return { programme, sums: { grantedFen, lockedFen, usedFen, settledFen, leftFen } };
}
