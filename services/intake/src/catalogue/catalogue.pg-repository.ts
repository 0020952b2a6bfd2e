import { Injectable } from '@nestjs/common';
import type { NodeLevel, ServiceDomain } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import type { PackagePlan } from '../packages/package-plan.js';
import { Catalogue, type Service, type ServicePackage } from './catalogue.js';
import { CatalogueRepository, type NewService } from './catalogue.repository.js';

const SERVICES = `
  SELECT code, domain, name_zh, name_en, description, audience, channel, statutory_limit_days, promised_limit_days,
    required_materials, fee_basis, performing_level, legal_basis, version, form_schema, enabled
  FROM catalog_service ORDER BY position, code`;
const PACKAGES = `SELECT code, name_zh, name_en, service_codes, legs, categories, description FROM service_package ORDER BY position`;

/** Stands in for the hash of a service that left the catalogue, so that its return is a change. */
const RETIRED = 'retired';
const PUBLISH_SERVICE = `
  INSERT INTO catalog_service AS known
    (code, position, domain, name_zh, name_en, description, audience, channel, statutory_limit_days,
     promised_limit_days, required_materials, fee_basis, performing_level, legal_basis, form_schema, content_hash)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, md5($16))
  ON CONFLICT (code) DO UPDATE SET
    position = excluded.position, domain = excluded.domain, name_zh = excluded.name_zh, name_en = excluded.name_en,
    description = excluded.description, audience = excluded.audience, channel = excluded.channel,
    statutory_limit_days = excluded.statutory_limit_days, promised_limit_days = excluded.promised_limit_days,
    required_materials = excluded.required_materials, fee_basis = excluded.fee_basis,
    performing_level = excluded.performing_level, legal_basis = excluded.legal_basis,
    form_schema = excluded.form_schema, content_hash = excluded.content_hash, version = known.version + 1,
    enabled = known.enabled OR known.content_hash = '${RETIRED}', updated_at = now()
  WHERE known.content_hash <> excluded.content_hash`;
const RETIRE = `
  UPDATE catalog_service SET enabled = false, content_hash = '${RETIRED}', updated_at = now()
  WHERE content_hash <> '${RETIRED}' AND code <> ALL($1)`;
const CLEAR_PACKAGES = `DELETE FROM service_package WHERE code <> ALL($1)`;
const PUBLISH_PACKAGE = `
  INSERT INTO service_package (code, position, name_zh, name_en, service_codes, categories, description, legs)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (code) DO UPDATE SET
    position = excluded.position, name_zh = excluded.name_zh, name_en = excluded.name_en,
    service_codes = excluded.service_codes, categories = excluded.categories, description = excluded.description,
    legs = excluded.legs`;

interface ServiceRow {
  code: string;
  domain: ServiceDomain;
  name_zh: string;
  name_en: string;
  description: string;
  audience: string[];
  channel: string;
  statutory_limit_days: number | null;
  promised_limit_days: number;
  required_materials: string[];
  fee_basis: string;
  performing_level: NodeLevel;
  legal_basis: string[];
  version: number;
  form_schema: Record<string, unknown>;
  enabled: boolean;
}

interface PackageRow {
  code: string;
  name_zh: string;
  name_en: string;
  service_codes: string[];
  legs: PackagePlan;
  categories: string[];
  description: string;
}

@Injectable()
export class PgCatalogueRepository extends CatalogueRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async load(): Promise<Catalogue> {
    const services = await this.database.query<ServiceRow>(SERVICES);
    const packages = await this.database.query<PackageRow>(PACKAGES);
    return new Catalogue(services.map(toService), packages.map(toPackage));
  }

  async publish(services: readonly NewService[], packages: readonly ServicePackage[]): Promise<number> {
    return this.database.transaction(async () => {
      let changed = 0;
      for (const [position, service] of services.entries()) changed += await this.publishService(service, position);
      changed += await this.database.write(RETIRE, [services.map(({ code }) => code)]);
      await this.database.write(CLEAR_PACKAGES, [packages.map(({ code }) => code)]);
      for (const [position, group] of packages.entries()) {
        const { code, name, serviceCodes, categories, description, legs } = group;
        await this.database.write(PUBLISH_PACKAGE, [
          code,
          position,
          name.zh,
          name.en,
          serviceCodes,
          categories,
          description,
          JSON.stringify(legs),
        ]);
      }
      return changed;
    });
  }

  private publishService(service: NewService, position: number): Promise<number> {
    return this.database.write(PUBLISH_SERVICE, [
      service.code,
      position,
      service.domain,
      service.name.zh,
      service.name.en,
      service.description,
      service.audience,
      service.channel,
      service.statutoryLimitDays ?? null,
      service.promisedLimitDays,
      service.requiredMaterials,
      service.feeBasis,
      service.performingLevel,
      service.legalBasis,
      JSON.stringify(service.form),
      JSON.stringify(service),
    ]);
  }
}

function toService(row: ServiceRow): Service {
  return {
    code: row.code,
    domain: row.domain,
    name: { zh: row.name_zh, en: row.name_en },
    description: row.description,
    audience: row.audience,
    channel: row.channel,
    statutoryLimitDays: row.statutory_limit_days ?? undefined,
    promisedLimitDays: row.promised_limit_days,
    requiredMaterials: row.required_materials,
    feeBasis: row.fee_basis,
    performingLevel: row.performing_level,
    legalBasis: row.legal_basis,
    version: row.version,
    form: row.form_schema,
    enabled: row.enabled,
  };
}

function toPackage(row: PackageRow): ServicePackage {
  return {
    code: row.code,
    name: { zh: row.name_zh, en: row.name_en },
    serviceCodes: row.service_codes,
    legs: row.legs,
    categories: row.categories,
    description: row.description,
  };
}
