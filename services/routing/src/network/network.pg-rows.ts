import type { ServiceDomain } from '@nqi/kernel';
import type { Designation } from './designation.js';
import type { Stage } from './institution-stage.js';
import type { Capability, Institution, Qualification, RiskClass, ServiceGrade } from './institution.js';
import type { ServiceNode } from './service-node.js';

/* Rows of the network's tables and how they become domain objects. */

export interface NodeRow {
  code: string;
  level: ServiceNode['level'];
  parent_code: string | null;
  path: string;
  name_zh: string;
  name_en: string;
  region_code: string;
  covers: string[];
  domains: ServiceDomain[];
  lon: number | null;
  lat: number | null;
  capacity: number | null;
  active: boolean;
}

export interface InstitutionRow {
  id: string;
  name: string;
  uscc: string;
  kind: string;
  ownership: string;
  scope: string;
  region_code: string | null;
  home_node_code: string | null;
  coverage_node_code: string | null;
  stage: Stage;
  suspended_reason: string | null;
  risk_class: RiskClass | null;
  risk_class_source: string | null;
  risk_class_day: string | null;
  service_grade: ServiceGrade | null;
  related_usccs: string[];
  capacity: number | null;
  qualifications: Qualification[];
  designations: Designation[];
  capabilities: Capability[];
}

export const LOAD_NODES = `SELECT * FROM service_node ORDER BY path`;

/** Dates leave as JSON text, since a `date` read as a JavaScript Date would shift with the machine's time zone. */
export const LOAD_INSTITUTIONS = `
  SELECT i.*, i.risk_class_date::text AS risk_class_day,
    coalesce((
      SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', q.kind, 'number', q.number, 'remark', q.remark,
        'validFrom', q.valid_from, 'validUntil', q.valid_until, 'status', q.status, 'demo', q.demo,
        'issuer', q.issuer, 'issuedOn', q.issued_on, 'evidence', q.evidence,
        'verified', CASE WHEN q.verified_at IS NOT NULL THEN jsonb_build_object('by', q.verified_by,
          'at', to_char(q.verified_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'source', q.verified_source) END))
        ORDER BY q.kind || ' ' || q.number COLLATE "C")
      FROM qualification q WHERE q.institution_id = i.id), '[]') AS qualifications,
    coalesce((
      SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('documentNumber', d.document_number, 'services', d.services,
        'objects', d.objects, 'regions', d.regions, 'validFrom', d.valid_from, 'validUntil', d.valid_until,
        'demo', d.demo)) ORDER BY d.document_number COLLATE "C")
      FROM designation d WHERE d.institution_id = i.id), '[]') AS designations,
    coalesce((
      SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('domain', c.domain, 'serviceCode', c.service_code,
        'categories', c.categories, 'scope', (
          SELECT jsonb_agg(jsonb_build_object('object', s.object,
            'range', CASE WHEN s.unit IS NOT NULL
              THEN jsonb_build_object('low', s.low, 'high', s.high, 'unit', s.unit) END,
            'uncertainty', CASE WHEN s.uncertainty IS NOT NULL THEN jsonb_build_object('value', s.uncertainty,
              'unit', s.uncertainty_unit, 'k', s.coverage_factor) END,
            'parameter', s.parameter, 'method', s.method, 'demo', s.demo) ORDER BY s.line)
          FROM capability_scope s WHERE s.institution_id = c.institution_id AND s.service_code = c.service_code
        ))) ORDER BY c.service_code COLLATE "C")
      FROM capability c WHERE c.institution_id = i.id), '[]') AS capabilities
  FROM institution i ORDER BY i.id COLLATE "C"`;

export const UPSERT_NODE = `
  INSERT INTO service_node
    (code, level, parent_code, path, name_zh, name_en, region_code, covers, domains, lon, lat, active, changed_at,
     capacity)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  ON CONFLICT (code) DO UPDATE SET
    level = excluded.level, parent_code = excluded.parent_code, path = excluded.path, name_zh = excluded.name_zh,
    name_en = excluded.name_en, region_code = excluded.region_code, covers = excluded.covers,
    domains = excluded.domains, lon = excluded.lon, lat = excluded.lat, active = excluded.active,
    changed_at = excluded.changed_at, capacity = excluded.capacity`;

export const UPSERT_INSTITUTION = `
  INSERT INTO institution
    (id, name, uscc, kind, ownership, scope, region_code, home_node_code, coverage_node_code, stage, changed_at,
    suspended_reason, risk_class, risk_class_source, risk_class_date, service_grade, related_usccs,
    capacity)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
  ON CONFLICT (id) DO UPDATE SET
    name = excluded.name, uscc = excluded.uscc, kind = excluded.kind, ownership = excluded.ownership,
    scope = excluded.scope, region_code = excluded.region_code, home_node_code = excluded.home_node_code,
    coverage_node_code = excluded.coverage_node_code, stage = excluded.stage, changed_at = excluded.changed_at,
    suspended_reason = excluded.suspended_reason, risk_class = excluded.risk_class,
    risk_class_source = excluded.risk_class_source, risk_class_date = excluded.risk_class_date, service_grade = excluded.service_grade,
    related_usccs = excluded.related_usccs, capacity = excluded.capacity`;

export function nodeValues(node: ServiceNode, at: Date): unknown[] {
  return [
    node.code,
    node.level,
    node.parentCode ?? null,
    node.path,
    node.name.zh,
    node.name.en,
    node.regionCode,
    node.covers,
    node.domains,
    node.location?.lon ?? null,
    node.location?.lat ?? null,
    node.active,
    at,
    node.capacity ?? null,
  ];
}

export function institutionValues(institution: Institution, at: Date): unknown[] {
  return [
    institution.id,
    institution.name,
    institution.uscc,
    institution.kind,
    institution.ownership,
    institution.scope,
    institution.regionCode ?? null,
    institution.homeNodeCode ?? null,
    institution.coverageNodeCode ?? null,
    institution.stage,
    at,
    institution.suspendedReason ?? null,
    institution.riskClass ?? null,
    institution.riskClassSource ?? null,
    institution.riskClassDate ?? null,
    institution.serviceGrade ?? null,
    institution.relatedUsccs ?? [],
    institution.capacity ?? null,
  ];
}

export function toNode(row: NodeRow): ServiceNode {
  return {
    code: row.code,
    level: row.level,
    ...(row.parent_code !== null && { parentCode: row.parent_code }),
    path: row.path,
    name: { zh: row.name_zh, en: row.name_en },
    regionCode: row.region_code,
    covers: row.covers,
    domains: row.domains,
    ...(row.lon !== null && row.lat !== null && { location: { lon: row.lon, lat: row.lat } }),
    ...(row.capacity !== null && { capacity: row.capacity }),
    active: row.active,
  };
}

export function toInstitution(row: InstitutionRow): Institution {
  return {
    id: row.id,
    name: row.name,
    uscc: row.uscc,
    kind: row.kind,
    ownership: row.ownership,
    scope: row.scope,
    ...(row.region_code !== null && { regionCode: row.region_code }),
    ...(row.home_node_code !== null && { homeNodeCode: row.home_node_code }),
    ...(row.coverage_node_code !== null && { coverageNodeCode: row.coverage_node_code }),
    stage: row.stage,
    ...(row.suspended_reason !== null && { suspendedReason: row.suspended_reason }),
    ...(row.risk_class !== null && { riskClass: row.risk_class }),
    ...(row.risk_class_source !== null && { riskClassSource: row.risk_class_source }),
    ...(row.risk_class_day !== null && { riskClassDate: row.risk_class_day }),
    ...(row.service_grade !== null && { serviceGrade: row.service_grade }),
    ...(row.capacity !== null && { capacity: row.capacity }),
    ...(row.related_usccs.length > 0 && { relatedUsccs: row.related_usccs }),
    qualifications: row.qualifications,
    ...(row.designations.length > 0 && { designations: row.designations }),
    capabilities: row.capabilities,
  };
}

/** Rows of all its scopes as records of `jsonb_to_recordset`. */
export function scopeRecords({ capabilities }: Institution): object[] {
  return capabilities.flatMap(({ serviceCode, scope = [] }) =>
    scope.map(({ range, uncertainty, ...row }, line) => ({
      ...row,
      service_code: serviceCode,
      line,
      ...range,
      uncertainty: uncertainty?.value,
      uncertainty_unit: uncertainty?.unit,
      coverage_factor: uncertainty?.k,
    })),
  );
}

/** Its designations as records of `jsonb_to_recordset`. */
export function designationRecords({ designations = [] }: Institution): object[] {
  return designations.map(({ documentNumber, validFrom, validUntil, ...row }) => ({
    ...row,
    document_number: documentNumber,
    valid_from: validFrom,
    valid_until: validUntil,
  }));
}

/** Its qualifications as records of `jsonb_to_recordset`. */
export function qualificationRecords({ qualifications }: Institution): object[] {
  return qualifications.map(({ validFrom, validUntil, issuedOn, verified, ...row }) => ({
    ...row,
    valid_from: validFrom,
    valid_until: validUntil,
    issued_on: issuedOn,
    verified_by: verified?.by,
    verified_at: verified?.at,
    verified_source: verified?.source,
  }));
}
