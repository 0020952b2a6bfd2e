import { Injectable } from '@nestjs/common';
import { Database } from '@nqi/persistence';
import { AttachmentRepository } from './attachments.repository.js';
import { MATERIAL_COLUMNS, toMaterial, type MaterialRow } from './material.rows.js';
import type { Material } from './material.js';

const MATERIALS = `
  SELECT ${MATERIAL_COLUMNS} FROM material m WHERE m.enterprise_uscc = $1 AND m.id = ANY($2::uuid[])
  ORDER BY m.id FOR SHARE`;
const ATTACH = `
  INSERT INTO request_item_material (item_id, material_id, attached_at)
  SELECT $1, m.id, $3 FROM unnest($2::uuid[]) AS m (id) ON CONFLICT DO NOTHING`;

@Injectable()
export class PgAttachmentRepository extends AttachmentRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async materialsOf(enterpriseUscc: string, ids: readonly string[]): Promise<Material[]> {
    return (await this.database.query<MaterialRow>(MATERIALS, [enterpriseUscc, ids])).map(toMaterial);
  }

  async attach(itemId: string, ids: readonly string[], at: Date): Promise<void> {
    await this.database.write(ATTACH, [itemId, ids, at]);
  }
}
