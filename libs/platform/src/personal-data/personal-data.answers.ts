import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import {
  PersonalDataAnsweredSchema,
  TOPICS,
  eventMessage,
  toTimestamp,
  type PersonalDataRequested,
} from '@nqi/contracts';
import { Clock } from '@nqi/kernel';
import { MESSAGING_SETTINGS, Outbox, type MessagingSettings } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import { CompactEncrypt, importJWK, type JWK } from 'jose';
import { answerParts, type AnswerSlice } from './answer-parts.js';
import { TRAIL_PLACE, type ErasedPlace, type PersonalDataPlace, type PersonalRow } from './personal-data-place.js';

export const PERSONAL_DATA_PLACES = Symbol('personal data places');

/** Well below what Kafka takes, also when encrypted. */
const PART_BYTES = 256 * 1024;
const AT_ONCE = 1_000;

/**
 * Answers for one service, in the transaction that handles the request: whatever was changed and whatever is said of it
 * stand or fall together, and a repeated request is not handled twice.
 */
@Injectable()
export class PersonalDataAnswers {
  private readonly places: readonly PersonalDataPlace[];

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly modules: ModuleRef,
    @Inject(MESSAGING_SETTINGS) private readonly settings: MessagingSettings,
    @Inject(PERSONAL_DATA_PLACES) places: readonly PersonalDataPlace[],
  ) {
    this.places = [...places, TRAIL_PLACE];
  }

  async answer(request: PersonalDataRequested): Promise<void> {
    const contents = request.kind === 'erasure' ? [await this.erased(request)] : await this.exported(request);
    const { caseId, userId } = request;
    const answeredAt = toTimestamp(this.clock.now());
    const answers = contents.map((content, index) =>
      eventMessage(TOPICS.person, userId, PersonalDataAnsweredSchema, {
        caseId,
        userId,
        service: this.settings.service,
        part: index + 1,
        parts: contents.length,
        content,
        answeredAt,
      }),
    );
    await this.outbox.append(answers);
  }

  private async exported(request: PersonalDataRequested): Promise<string[]> {
    const key = await importJWK(JSON.parse(request.publicKey) as JWK, 'ECDH-ES');
    const slices: AnswerSlice[] = [];
    for (const place of this.places) slices.push({ what: place.what, rows: await this.rowsOf(place, request) });
    return Promise.all(
      answerParts(slices, PART_BYTES).map((part) =>
        new CompactEncrypt(Buffer.from(JSON.stringify(part)))
          .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
          .encrypt(key),
      ),
    );
  }

  /** In the order of the table's pages: nothing moves while the transaction looks. */
  private async rowsOf(place: PersonalDataPlace, request: PersonalDataRequested): Promise<PersonalRow[]> {
    const { table, where, show, open } = place;
    const sql = `
      SELECT ${show.join(', ')} FROM ${table} WHERE ${where} ORDER BY ctid LIMIT ${AT_ONCE} OFFSET $2`;
    const found: PersonalRow[] = [];
    for (let page: PersonalRow[] = [], first = true; first || page.length === AT_ONCE; first = false) {
      page = await this.database.query<PersonalRow>(sql, [personOf(place, request), found.length]);
      found.push(...page.map((row) => open?.(row, (token) => this.modules.get(token, { strict: false })) ?? row));
    }
    return found;
  }

  private async erased(request: PersonalDataRequested): Promise<string> {
    const outcome: ErasedPlace[] = [];
    for (const place of this.places) outcome.push(await this.erase(place, request));
    return JSON.stringify(outcome);
  }

  private async erase(place: PersonalDataPlace, request: PersonalDataRequested): Promise<ErasedPlace> {
    const { what, table, where, erasure } = place;
    const person = personOf(place, request);
    const none = { what, removed: 0, replaced: 0, kept: 0 };
    if (erasure === 'remove')
      return { ...none, removed: await this.database.write(`DELETE FROM ${table} WHERE ${where}`, [person]) };
    if ('replace' in erasure) {
      const sql = `UPDATE ${table} SET ${erasure.replace} WHERE ${where}`;
      return { ...none, replaced: await this.database.write(sql, [person, request.pseudonym]) };
    }
    const count = `SELECT count(*)::int AS rows FROM ${table} WHERE ${where}`;
    const [row] = await this.database.query<{ rows: number }>(count, [person]);
    return { ...none, kept: row?.rows ?? 0, rule: erasure.kept };
  }
}

const personOf = ({ by }: PersonalDataPlace, { userId, username }: PersonalDataRequested): string =>
  by === 'userId' ? userId : username;
