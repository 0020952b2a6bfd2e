import { Injectable } from '@nestjs/common';
import { certificationSchemes, packageLegs, serviceCatalog, servicePackages } from '@nqi/reference-data';
import type { PackagePlan } from '../packages/package-plan.js';
import type { ServicePackage } from './catalogue.js';
import { CatalogueRepository, type NewService } from './catalogue.repository.js';
import { formOf } from './forms/form-of.js';

/** The services of the reference data, each with the form that the code builds for it. */
export function shippedServices(): NewService[] {
  const schemes = certificationSchemes().map(({ code }) => code);
  return serviceCatalog().map((row) => {
    const name = { zh: row.nameZh, en: row.nameEn };
    return {
      code: row.code,
      domain: row.domain,
      name,
      description: row.description,
      audience: row.audience,
      channel: row.channel,
      statutoryLimitDays: row.statutoryLimitWorkdays,
      promisedLimitDays: row.promisedLimitWorkdays,
      requiredMaterials: row.requiredMaterials,
      feeBasis: row.feeBasis,
      performingLevel: row.performingLevel,
      legalBasis: row.legalOrPolicyBasis,
      form: formOf(row.domain, row.code, name, schemes),
    };
  });
}

export function shippedPackages(): ServicePackage[] {
  return servicePackages().map(({ code, nameZh, nameEn, serviceCodes, categories, description }) => ({
    code,
    name: { zh: nameZh, en: nameEn },
    serviceCodes,
    legs: legsOf(code),
    categories,
    description,
  }));
}

function legsOf(code: string): PackagePlan {
  return packageLegs()
    .filter(({ packageCode }) => packageCode === code)
    .map(({ serviceCode, needsResultsOf, comesAfter }) => ({ serviceCode, needsResultsOf, comesAfter }));
}

/** Puts the shipped catalogue into the database; repeating it changes nothing. */
@Injectable()
export class PublishCatalogueHandler {
  constructor(private readonly catalogue: CatalogueRepository) {}

  execute(): Promise<number> {
    return this.catalogue.publish(shippedServices(), shippedPackages());
  }
}
