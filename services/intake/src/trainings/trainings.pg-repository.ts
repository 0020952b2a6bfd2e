import { Injectable } from '@nestjs/common';
import { Database, binding } from '@nqi/persistence';
import { assertVersion, type Access } from '@nqi/platform';
import { unknownTraining } from './training.errors.js';
import { TrainingBook, type SignUp, type Training } from './training.js';
import {
  TrainingRepository,
  type ListedTraining,
  type PlacedSignUp,
  type TimePlace,
  type TrainingFilter,
} from './trainings.repository.js';

const COLUMNS = `t.id, t.title, t.summary, t.place, t.host_code AS "hostCode", t.starts_at AS "startsAt",
  t.ends_at AS "endsAt", t.sign_up_until AS "signUpUntil", t.capacity, t.status, t.cancelled_for AS "cancelledFor",
  t.version`;
const ADD = `
  INSERT INTO training (id, title, summary, place, host_code, starts_at, ends_at, sign_up_until, capacity)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const LOCK = `SELECT ${COLUMNS} FROM training t WHERE t.id = $1 FOR UPDATE`;
const SIGN_UP = `s.id, s.enterprise_uscc AS "enterpriseUscc", s.enterprise_name AS "enterpriseName", s.seats, s.status,
  s.signed_up_at AS "signedUpAt"`;
const STANDING = `
  SELECT ${SIGN_UP} FROM training_sign_up s WHERE s.training_id = $1 AND s.status <> 'LEFT' ORDER BY s.position`;
const SAVE = `UPDATE training SET status = $2, cancelled_for = $3, version = version + 1 WHERE id = $1`;
const ADD_SIGN_UP = `
  INSERT INTO training_sign_up (id, training_id, enterprise_uscc, enterprise_name, seats, status, signed_up_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const SAVE_SIGN_UP = `UPDATE training_sign_up SET status = $2 WHERE id = $1`;
/** `$1` is the enterprise that asks, or null. */
const LISTED = `
  SELECT ${COLUMNS}, stand.taken, stand.waiting, own.status AS "ownStatus", own.seats AS "ownSeats"
  FROM training t
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(s.seats) FILTER (WHERE s.status IN ('CONFIRMED', 'ATTENDED', 'ABSENT')), 0)::int AS taken,
      count(*) FILTER (WHERE s.status = 'WAITING')::int AS waiting
    FROM training_sign_up s WHERE s.training_id = t.id AND s.status <> 'LEFT') stand
  LEFT JOIN training_sign_up own ON own.training_id = t.id AND own.enterprise_uscc = $1 AND own.status <> 'LEFT'`;

type TrainingRow = Omit<Training, 'cancelledFor'> & { readonly cancelledFor: string | null };
interface ListedRow extends TrainingRow {
  readonly taken: number;
  readonly waiting: number;
  readonly ownStatus: SignUp['status'] | null;
  readonly ownSeats: number | null;
}

@Injectable()
export class PgTrainingRepository extends TrainingRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async add(training: Training): Promise<void> {
    const { id, title, summary, place, hostCode, startsAt, endsAt, signUpUntil, capacity } = training;
    await this.database.write(ADD, [id, title, summary, place, hostCode, startsAt, endsAt, signUpUntil, capacity]);
  }

  change(id: string, change: (book: TrainingBook) => void, expectedVersion?: number): Promise<void> {
    return this.database.transaction(async () => {
      const [row] = await this.database.query<TrainingRow & Record<string, unknown>>(LOCK, [id]);
      if (!row) throw unknownTraining();
      assertVersion(expectedVersion, row.version);
      const before = await this.database.query<SignUp & Record<string, unknown>>(STANDING, [id]);
      const book = new TrainingBook(toTraining(row), before);
      change(book);
      const { training, signUps } = book.state;
      for (const signUp of signUps) await this.saveSignUp(id, signUp, before);
      await this.database.write(SAVE, [id, training.status, training.cancelledFor ?? null]);
    });
  }

  async list(
    { after: now, enterpriseUscc }: TrainingFilter,
    limit: number,
    after?: TimePlace,
  ): Promise<ListedTraining[]> {
    const { values, bind } = binding();
    bind(enterpriseUscc ?? null);
    const conditions = [
      `t.ends_at > ${bind(now)}`,
      ...(after ? [`(t.starts_at, t.id) > (${bind(after.at)}::timestamptz, ${bind(after.id)}::uuid)`] : []),
    ];
    const rows = await this.database.query<ListedRow & Record<string, unknown>>(
      `${LISTED} WHERE ${conditions.join(' AND ')} ORDER BY t.starts_at, t.id LIMIT ${bind(limit + 1)}`,
      values,
    );
    return rows.map(toListed);
  }

  async find(id: string, enterpriseUscc?: string): Promise<ListedTraining | undefined> {
    const values = [enterpriseUscc ?? null, id];
    const [row] = await this.database.query<ListedRow & Record<string, unknown>>(`${LISTED} WHERE t.id = $2`, values);
    return row && toListed(row);
  }

  signUps(trainingId: string, access: Access, limit: number, after?: string): Promise<PlacedSignUp[]> {
    const { values, bind } = binding();
    const conditions = [
      `s.training_id = ${bind(trainingId)}`,
      access.condition({ enterpriseUscc: 's.enterprise_uscc' }, bind),
      ...(after === undefined ? [] : [`s.position > ${bind(after)}::bigint`]),
    ];
    return this.database.query<PlacedSignUp & Record<string, unknown>>(
      `SELECT ${SIGN_UP}, s.position::text AS position FROM training_sign_up s
       WHERE ${conditions.join(' AND ')} ORDER BY s.position LIMIT ${bind(limit + 1)}`,
      values,
    );
  }

  private async saveSignUp(trainingId: string, signUp: SignUp, before: readonly SignUp[]): Promise<void> {
    const { id, enterpriseUscc, enterpriseName, seats, status, signedUpAt } = signUp;
    const was = before.find((each) => each.id === id);
    if (!was) {
      const values = [id, trainingId, enterpriseUscc, enterpriseName, seats, status, signedUpAt];
      await this.database.write(ADD_SIGN_UP, values);
    } else if (was.status !== status) {
      await this.database.write(SAVE_SIGN_UP, [id, status]);
    }
  }
}

function toTraining({ cancelledFor, ...row }: TrainingRow): Training {
  return { ...row, ...(cancelledFor !== null && { cancelledFor }) };
}

function toListed({ ownStatus, ownSeats, ...row }: ListedRow): ListedTraining {
  const own = ownStatus !== null && ownSeats !== null ? { own: { status: ownStatus, seats: ownSeats } } : {};
  return { ...(toTraining(row) as ListedTraining), ...own };
}
