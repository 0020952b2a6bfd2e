import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { AuditTrail, type Principal } from '@nqi/platform';
import { compactDecrypt, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { assertReady, noSuchCase, openExport, type PersonalDataCase } from './personal-data-case.js';
import { PersonalDataRepository, type Answer } from './personal-data.repository.js';

/** What the person downloads. */
export interface PersonalDataExport {
  readonly exportedAt: Date;
  readonly userId: string;
  readonly username: string;
  /** By service, what it keeps. */
  readonly services: Readonly<Record<string, readonly unknown[]>>;
}

/**
 * Gathers what every service keeps of a person. Answers travel and lie encrypted to a key that is made for the one
 * export and thrown away with it.
 */
@Injectable()
export class ExportPersonalDataHandler {
  constructor(
    private readonly cases: PersonalDataRepository,
    private readonly trail: AuditTrail,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** While one is being gathered, asking again is answered with it. */
  async ask({ userId, username }: Principal): Promise<{ id: string }> {
    const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { extractable: true });
    const keys = {
      publicKey: JSON.stringify(await exportJWK(publicKey)),
      privateKey: JSON.stringify(await exportJWK(privateKey)),
    };
    const one = openExport(newId(), userId, this.clock.now());
    return this.database.transaction(async () => {
      const id = await this.cases.ask(one, username, keys);
      if (id === one.id) await this.note('personal-data.export-asked', id);
      return { id };
    });
  }

  async list({ userId }: Principal): Promise<{ one: PersonalDataCase; waitingFor: readonly string[] }[]> {
    const found = await this.cases.listExports(userId);
    return Promise.all(
      found.map(async (one) => ({ one, waitingFor: one.doneAt ? [] : await this.cases.waitingFor(one.id) })),
    );
  }

  /** Once: what was fetched is kept here no longer. Throws `not_found`, also for somebody else's, and `conflict`. */
  download({ userId, username }: Principal, id: string): Promise<PersonalDataExport> {
    const at = this.clock.now();
    return this.database.transaction(async () => {
      const found = await this.cases.lockExport(userId, id);
      if (!found) throw noSuchCase();
      assertReady(found.one, at);
      const services = await openAnswers(await this.cases.answers(id), found.privateKey ?? '');
      await this.cases.finish(id, at);
      await this.note('personal-data.exported', id);
      return { exportedAt: at, userId, username, services };
    });
  }

  private note(action: string, id: string): Promise<void> {
    return this.trail.note({ action, outcome: 'success', subject: { kind: 'personal-data', id } });
  }
}

async function openAnswers(answers: readonly Answer[], privateKey: string): Promise<Record<string, unknown[]>> {
  const key = await importJWK(JSON.parse(privateKey) as JWK, 'ECDH-ES');
  const services: Record<string, unknown[]> = {};
  for (const { service, content } of answers) {
    const { plaintext } = await compactDecrypt(content, key);
    const slices = JSON.parse(Buffer.from(plaintext).toString('utf8')) as unknown[];
    services[service] = [...(services[service] ?? []), ...slices];
  }
  return services;
}
