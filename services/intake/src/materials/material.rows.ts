import type { Material, MaterialKind } from './material.js';

export const MATERIAL_COLUMNS = `
  m.id, m.enterprise_uscc, m.title, m.version, m.kind, m.file_name, m.media_type, m.size_bytes, m.sha256, m.object_key,
  m.scanned, m.valid_from::text AS valid_from_day, m.valid_until::text AS valid_until_day, m.deliverable_id,
  m.deliverable_domain, m.added_by, m.added_at, m.retired_at, m.revision`;

export interface MaterialRow {
  id: string;
  enterprise_uscc: string;
  title: string;
  version: number;
  kind: MaterialKind;
  file_name: string;
  media_type: string;
  size_bytes: string | null;
  sha256: string | null;
  object_key: string | null;
  scanned: boolean;
  valid_from_day: string | null;
  valid_until_day: string | null;
  deliverable_id: string | null;
  deliverable_domain: string | null;
  added_by: string;
  added_at: Date;
  retired_at: Date | null;
  revision: number;
}

export function toMaterial(row: MaterialRow): Material {
  return {
    id: row.id,
    enterpriseUscc: row.enterprise_uscc,
    title: row.title,
    version: row.version,
    kind: row.kind,
    fileName: row.file_name,
    mediaType: row.media_type,
    ...(row.size_bytes !== null && {
      file: {
        size: Number(row.size_bytes),
        sha256: row.sha256 ?? '',
        scanned: row.scanned,
        ...(row.object_key !== null && { key: row.object_key }),
      },
    }),
    ...(row.deliverable_id !== null && {
      deliverable: { id: row.deliverable_id, domain: row.deliverable_domain ?? '' },
    }),
    validFrom: row.valid_from_day ?? undefined,
    validUntil: row.valid_until_day ?? undefined,
    addedBy: row.added_by,
    addedAt: row.added_at,
    retiredAt: row.retired_at ?? undefined,
    revision: row.revision,
  };
}
