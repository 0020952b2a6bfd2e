import { certificationSchemes, packageLegs, serviceCatalog, servicePackages } from '@nqi/reference-data';
import { SHIPPED_FINDER } from '../finder/shipped-finder.js';
import type { PackagePlan } from '../packages/package-plan.js';
import { CHANNELS, type CatalogueContent, type CatalogueService, type ServicePackage } from './catalogue.js';
import { formOf } from './forms/form-of.js';
import type { ServiceLimit } from './service-limit.js';

const workingDays = (n: number): ServiceLimit => ({ unit: 'working-day', n });

/** The services of the reference data, each with the form that the code builds for it. */
export function shippedServices(): CatalogueService[] {
  const schemes = certificationSchemes().map(({ code }) => code);
  return serviceCatalog().map((row) => {
    const name = { zh: row.nameZh, en: row.nameEn };
    const { statutoryLimitWorkdays: statutory, promisedLimitWorkdays: promised } = row;
    return {
      code: row.code,
      domain: row.domain,
      name,
      description: row.description,
      audience: row.audience,
      channel: CHANNELS.find((channel) => channel === row.channel) ?? 'offline',
      limits: {
        ...(statutory !== undefined && { statutory: workingDays(statutory) }),
        promised: workingDays(promised),
      },
      requiredMaterials: row.requiredMaterials,
      feeBasis: row.feeBasis,
      performingLevel: row.performingLevel,
      legalBasis: row.legalOrPolicyBasis,
      form: formOf(row.domain, row.code, name, schemes),
      enabled: true,
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

export function shippedCatalogue(): CatalogueContent {
  return { services: shippedServices(), packages: shippedPackages(), finder: SHIPPED_FINDER };
}

function legsOf(code: string): PackagePlan {
  return packageLegs()
    .filter(({ packageCode }) => packageCode === code)
    .map(({ serviceCode, needsResultsOf, comesAfter }) => ({ serviceCode, needsResultsOf, comesAfter }));
}
