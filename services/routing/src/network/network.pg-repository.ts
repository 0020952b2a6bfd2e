import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Outbox } from '@nqi/messaging';
import { Database } from '@nqi/persistence';
import { setLimits } from './desk-limits.pg.js';
import type { Institution } from './institution.js';
import { institutionChanged, nodeChanged } from './network.messages.js';
import { Network } from './network.js';
import {
  LOAD_INSTITUTIONS,
  LOAD_NODES,
  designationRecords,
  nodeValues,
  institutionValues,
  qualificationRecords,
  toInstitution,
  toNode,
  UPSERT_INSTITUTION,
  UPSERT_NODE,
  scopeRecords,
  type InstitutionRow,
  type NodeRow,
} from './network.pg-rows.js';
import { NetworkRepository } from './network.repository.js';
import { SET_REMINDERS } from './reminders.pg-repository.js';
import type { ServiceNode } from './service-node.js';

const VERSION = `SELECT version FROM network_version`;
const LOCK_VERSION = `SELECT version FROM network_version FOR UPDATE`;
const NEXT_VERSION = `UPDATE network_version SET version = version + 1`;
const CLEAR_QUALIFICATIONS = `DELETE FROM qualification WHERE institution_id = $1`;
const CLEAR_CAPABILITIES = `DELETE FROM capability WHERE institution_id = $1`;
const CLEAR_DESIGNATIONS = `DELETE FROM designation WHERE institution_id = $1`;
const ADD_QUALIFICATIONS = `
  INSERT INTO qualification (institution_id, kind, number, remark, valid_from, valid_until, status, demo, issuer,
    issued_on, evidence, verified_by, verified_at, verified_source)
  SELECT $1, kind, number, remark, valid_from, valid_until, status, demo, issuer, issued_on, evidence, verified_by,
    verified_at, verified_source
  FROM jsonb_to_recordset($2) AS row (kind text, number text, remark text, valid_from date, valid_until date,
    status text, demo boolean, issuer text, issued_on date, evidence text, verified_by text, verified_at timestamptz,
    verified_source text)`;
const ADD_DESIGNATIONS = `
  INSERT INTO designation (institution_id, document_number, services, objects, regions, valid_from, valid_until, demo)
  SELECT $1, document_number, ARRAY(SELECT jsonb_array_elements_text(services)),
    CASE WHEN objects IS NOT NULL THEN ARRAY(SELECT jsonb_array_elements_text(objects)) END,
    ARRAY(SELECT jsonb_array_elements_text(regions)), valid_from, valid_until, demo
  FROM jsonb_to_recordset($2) AS row (document_number text, services jsonb, objects jsonb, regions jsonb,
    valid_from date, valid_until date, demo boolean)`;
const ADD_CAPABILITIES = `
  INSERT INTO capability (institution_id, service_code, domain, categories)
  SELECT $1, service_code, domain, ARRAY(SELECT jsonb_array_elements_text(categories))
  FROM jsonb_to_recordset($2) AS row (service_code text, domain text, categories jsonb)`;

const ADD_SCOPE = `
  INSERT INTO capability_scope (institution_id, service_code, line, object, low, high, unit, uncertainty,
    uncertainty_unit, coverage_factor, parameter, method, demo)
  SELECT $1, service_code, line, object, low, high, unit, uncertainty, uncertainty_unit, coverage_factor, parameter,
    method, demo
  FROM jsonb_to_recordset($2) AS row (service_code text, line integer, object text, low double precision,
    high double precision, unit text, uncertainty double precision, uncertainty_unit text,
    coverage_factor double precision, parameter text, method text, demo boolean)`;

@Injectable()
export class PgNetworkRepository extends NetworkRepository {
  private seen: Network | undefined;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  async current(): Promise<Network> {
    const [row] = await this.database.query<{ version: string }>(VERSION);
    const version = Number(row?.version);
    if (this.seen?.version === version) return this.seen;
    return (this.seen = await this.load(version));
  }

  lastSeen(): Promise<Network> {
    return this.seen ? Promise.resolve(this.seen) : this.current();
  }

  save(nodes: readonly ServiceNode[], institutions: readonly Institution[], at: Date): Promise<number> {
    return this.database.transaction(async () => {
      const [row] = await this.database.query<{ version: string }>(LOCK_VERSION);
      const stored = await this.load(Number(row?.version));
      const newNodes = nodes.filter((node) => !isDeepStrictEqual(stored.node(node.code), node));
      const newInstitutions = institutions
        .map(inStoredOrder)
        .filter((institution) => !isDeepStrictEqual(stored.institution(institution.id), institution));
      for (const node of newNodes) await this.database.write(UPSERT_NODE, nodeValues(node, at));
      for (const institution of newInstitutions) await this.writeInstitution(institution, at);
      await setLimits(this.database, [
        ...newNodes
          .filter(({ code, capacity }) => stored.node(code)?.capacity !== capacity)
          .map(({ code, capacity }) => ({ desk: code, capacity })),
        ...newInstitutions
          .filter(({ id, capacity }) => stored.institution(id)?.capacity !== capacity)
          .map(({ id, capacity }) => ({ desk: id, capacity })),
      ]);
      const changed = newNodes.length + newInstitutions.length;
      if (changed > 0) await this.database.write(NEXT_VERSION);
      await this.outbox.append([
        ...newNodes.map((node) => nodeChanged(node, at, stored.node(node.code)?.path)),
        ...newInstitutions.map((institution) => institutionChanged(institution, at)),
      ]);
      return changed;
    });
  }

  private async writeInstitution(institution: Institution, at: Date): Promise<void> {
    await this.database.write(UPSERT_INSTITUTION, institutionValues(institution, at));
    await this.database.write(CLEAR_QUALIFICATIONS, [institution.id]);
    await this.database.write(CLEAR_DESIGNATIONS, [institution.id]);
    await this.database.write(CLEAR_CAPABILITIES, [institution.id]);
    const capabilities = institution.capabilities.map(({ serviceCode, domain, categories }) => ({
      service_code: serviceCode,
      domain,
      categories,
    }));
    await this.database.write(ADD_QUALIFICATIONS, [institution.id, JSON.stringify(qualificationRecords(institution))]);
    await this.database.write(SET_REMINDERS, [institution.id]);
    await this.database.write(ADD_DESIGNATIONS, [institution.id, JSON.stringify(designationRecords(institution))]);
    await this.database.write(ADD_CAPABILITIES, [institution.id, JSON.stringify(capabilities)]);
    await this.database.write(ADD_SCOPE, [institution.id, JSON.stringify(scopeRecords(institution))]);
  }

  /** The rows may be newer than the version named: a decision by them is then refused once, never wrongly accepted. */
  private async load(version: number): Promise<Network> {
    const nodes = await this.database.query<NodeRow>(LOAD_NODES);
    const institutions = await this.database.query<InstitutionRow>(LOAD_INSTITUTIONS);
    return new Network(version, nodes.map(toNode), institutions.map(toInstitution));
  }
}

function inStoredOrder(institution: Institution): Institution {
  const by =
    <T>(keyOf: (value: T) => string) =>
    (a: T, b: T): number =>
      keyOf(a) < keyOf(b) ? -1 : 1;
  const { designations, ...rest } = institution;
  return {
    ...rest,
    ...(designations && { designations: [...designations].sort(by(({ documentNumber }) => documentNumber)) }),
    qualifications: [...institution.qualifications].sort(by(({ kind, number }) => `${kind} ${number}`)),
    capabilities: [...institution.capabilities].sort(by(({ serviceCode }) => serviceCode)),
  };
}
