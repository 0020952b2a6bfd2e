import { Injectable } from '@nestjs/common';
import { Clock, shanghaiDate } from '@nqi/kernel';
import { pointerTo, type Fault } from '../faults/fault.js';
import { AttachmentRepository } from './attachments.repository.js';
import { unfitFor } from './material.js';

/** Ids of materials as they were sent, and where. */
export interface NamedMaterials {
  readonly ids: readonly string[];
  readonly pointer: string;
}

const TEXTS = {
  UNKNOWN: { zh: '材料库中没有此材料', en: 'There is no such material in the library' },
  RETIRED: { zh: '该材料已停用', en: 'The material is retired' },
  NOT_YET_VALID: { zh: '该材料尚未生效', en: 'The material is not valid yet' },
  EXPIRED: { zh: '该材料已过有效期', en: 'The material has expired' },
} as const;

/** Names materials with items of requests, by reference: nothing is copied. */
@Injectable()
export class AttachMaterialsHandler {
  constructor(
    private readonly attachments: AttachmentRepository,
    private readonly clock: Clock,
  ) {}

  /** What is wrong with the named materials: another's, retired, or out of date today. Costs nothing when none is named. */
  async faults(enterpriseUscc: string, named: readonly NamedMaterials[]): Promise<Fault[]> {
    const ids = [...new Set(named.flatMap((one) => one.ids))];
    if (ids.length === 0 || enterpriseUscc === '') return [];
    const found = new Map(
      (await this.attachments.materialsOf(enterpriseUscc, ids)).map((material) => [material.id, material]),
    );
    const today = shanghaiDate(this.clock.now());
    return named.flatMap(({ ids: ofItem, pointer }) =>
      ofItem.flatMap((id, i) => {
        const material = found.get(id.toLowerCase());
        const unfit = material ? unfitFor(material, today) : 'UNKNOWN';
        return unfit ? [{ code: `MATERIAL.${unfit}`, pointer: pointerTo(pointer, i), text: TEXTS[unfit] }] : [];
      }),
    );
  }

  async attach(itemId: string, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.attachments.attach(itemId, ids, this.clock.now());
  }
}
