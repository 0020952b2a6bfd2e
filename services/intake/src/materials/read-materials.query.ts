import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { Clock, DomainError, shanghaiDate } from '@nqi/kernel';
import { DEFAULT_PAGE, type Access } from '@nqi/platform';
import { DownloadAddresses } from './download/download-address.signer.js';
import { MATERIAL_SETTINGS, type MaterialSettings } from './material.settings.js';
import { MaterialRepository, type MaterialFilter } from './material.repository.js';
import { unfitFor, unknownMaterial, type Material } from './material.js';
import type { MaterialAddressView, MaterialPageView, MaterialView } from './material.views.js';
import { MaterialStorage } from './storage/material.storage.js';

/** A file on its way out. */
export interface MaterialContent {
  readonly material: Material;
  readonly content: Readable;
}

@Injectable()
export class ReadMaterialsQuery {
  constructor(
    private readonly materials: MaterialRepository,
    private readonly storage: MaterialStorage,
    private readonly addresses: DownloadAddresses,
    private readonly clock: Clock,
    @Inject(MATERIAL_SETTINGS) private readonly settings: MaterialSettings,
  ) {}

  async list(filter: MaterialFilter, access: Access, limit = DEFAULT_PAGE, cursor?: string): Promise<MaterialPageView> {
    const enterprise = access.principal.organizationId;
    const [page, usedBytes] = await Promise.all([
      this.materials.list(enterprise, filter, limit, cursor),
      this.materials.usedBytes(enterprise),
    ]);
    return {
      ...page,
      items: page.items.map((material) => this.view(material)),
      usedBytes,
      mostBytes: this.settings.mostBytesPerEnterprise,
    };
  }

  async one(id: string, access: Access): Promise<MaterialView> {
    return this.view(await this.found(id, access));
  }

  async content(id: string, access: Access): Promise<MaterialContent> {
    return this.open(await this.found(id, access));
  }

  /** An address for a link or a viewer that cannot send a token. */
  async address(id: string, access: Access): Promise<MaterialAddressView> {
    keyOf(await this.found(id, access));
    const { token, expiresAt } = this.addresses.sign(id);
    return { address: `/api/v1/materials/downloads/${token}`, expiresAt };
  }

  async addressed(token: string): Promise<MaterialContent> {
    const material = await this.materials.findAddressed(this.addresses.open(token));
    if (!material) throw unknownMaterial();
    return this.open(material);
  }

  private async open(material: Material): Promise<MaterialContent> {
    return { material, content: await this.storage.read(keyOf(material)) };
  }

  private async found(id: string, access: Access): Promise<Material> {
    const material = await this.materials.find(id, access);
    if (!material) throw unknownMaterial();
    return material;
  }

  private view({ enterpriseUscc: _uscc, file, deliverable, ...rest }: Material): MaterialView {
    const unfit = unfitFor({ enterpriseUscc: _uscc, ...rest }, shanghaiDate(this.clock.now()));
    return {
      ...rest,
      ...(file && { size: file.size, sha256: file.sha256, scanned: file.scanned }),
      ...(deliverable && {
        deliverable,
        document: `/api/v1/${deliverable.domain}/deliverables/${deliverable.id}/document`,
      }),
      ...(unfit && { unfit }),
    };
  }
}

/** Throws for what has no file here: a deliverable's document is read where it was issued. */
function keyOf({ file, deliverable }: Material): string {
  if (file?.key !== undefined) return file.key;
  const text = deliverable
    ? { zh: '该材料是系统内出具的成果，请从成果处下载', en: 'A deliverable is read where it was issued' }
    : { zh: '该材料已停用并清除', en: 'The retired material was removed' };
  throw new DomainError('MATERIAL.NO_FILE_HERE', 'not_found', text);
}
