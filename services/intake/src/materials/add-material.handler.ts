import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { Clock, DomainError, newId } from '@nqi/kernel';
import { Idempotency, type Principal } from '@nqi/platform';
import { MATERIAL_SETTINGS, type MaterialSettings } from './material.settings.js';
import { MaterialRepository } from './material.repository.js';
import { overQuota, type Material, type MaterialKind } from './material.js';
import { MaterialStorage } from './storage/material.storage.js';
import { IncomingFiles, type IncomingFile } from './storage/incoming-files.receiver.js';
import { tooLarge } from './storage/upload.spool.js';

export interface AddMaterial {
  readonly title: string;
  readonly kind: MaterialKind;
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly fileName: string;
  readonly content: Readable;
  /** What the caller announced; undefined when it did not say. */
  readonly announcedBytes?: number;
  readonly caller: Principal;
  readonly idempotencyKey?: string;
}

/** Takes a file into the library: received, looked through, stored, and only then on record. */
@Injectable()
export class AddMaterialHandler {
  constructor(
    private readonly materials: MaterialRepository,
    private readonly storage: MaterialStorage,
    private readonly incoming: IncomingFiles,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    @Inject(MATERIAL_SETTINGS) private readonly settings: MaterialSettings,
  ) {}

  /** Resolves to the material's id. When it throws there is no record, and the file is gone or will be swept. */
  async execute(command: AddMaterial): Promise<string> {
    await this.refuseEarly(command);
    return this.incoming.receive(command, this.settings.mostFileBytes, (file) => this.keep(command, file));
  }

  /** What is certain to be refused need not travel. */
  private async refuseEarly({ announcedBytes = 0, caller }: AddMaterial): Promise<void> {
    const { mostFileBytes, mostBytesPerEnterprise } = this.settings;
    if (announcedBytes > mostFileBytes) throw tooLarge(mostFileBytes);
    const used = await this.materials.usedBytes(caller.organizationId);
    if (used + announcedBytes > mostBytesPerEnterprise) throw overQuota(mostBytesPerEnterprise);
  }

  private async keep(command: AddMaterial, file: IncomingFile): Promise<string> {
    const { caller, title, kind, validFrom, validUntil, fileName, idempotencyKey } = command;
    const { mediaType, size, sha256, scanned } = file;
    const key = randomBytes(24).toString('hex');
    await this.materials.announceObject(key, this.clock.now());
    const material = {
      id: newId(),
      enterpriseUscc: caller.organizationId,
      ...{ title, kind, validFrom, validUntil, fileName, mediaType },
      file: { size, sha256, scanned, key },
      addedBy: caller.userId,
      addedAt: this.clock.now(),
    };
    try {
      await this.storage.keep(key, file);
      const body = { title, kind, validFrom, validUntil, fileName, sha256 };
      const owner = `${caller.organizationId}/materials`;
      const { id } = await this.idempotency.once(owner, idempotencyKey, body, async () => ({
        id: (await this.record(material)).id,
      }));
      if (id !== material.id) await this.dispose(key);
      return id;
    } catch (error) {
      // A store that did not answer may take the file yet, and after any other failure the record may stand: the sweep
      // finds out, by what is still announced.
      if (error instanceof DomainError && error.kind !== 'unavailable') await this.dispose(key);
      throw error;
    }
  }

  private async record(material: Parameters<MaterialRepository['add']>[0]): Promise<Material> {
    const added = await this.materials.add(material, this.settings.mostBytesPerEnterprise);
    if (!added) throw overQuota(this.settings.mostBytesPerEnterprise);
    return added;
  }

  /** Removes a file that became nobody's; should that fail too, it stays announced and the sweep removes it. */
  private async dispose(key: string): Promise<void> {
    try {
      await this.storage.remove(key);
      await this.materials.forgetObject(key);
    } catch {
      // The failure that led here is the one to tell.
    }
  }
}
