import { shanghaiDate, type ServiceDomain } from '@nqi/kernel';
import type { Network } from '../network/network.js';
import type { SimulatedRequest } from './simulation.js';

const YEAR_MS = 365 * 86_400_000;
/** Shares of requests that name a body, and of test orders whose form says which product. */
const NAMING_SHARE = 0.1;
const PRODUCT_SHARE = 0.8;

/** What a city's enterprises can ask for. */
export interface CityCatalogue {
  readonly services: readonly {
    readonly code: string;
    readonly domain: ServiceDomain;
    readonly performingLevel: string;
    readonly limitWorkingDays: number;
  }[];
  readonly productCategories: readonly string[];
}

/**
 * A made-up year of a city: requests evenly over the year, from every county and park, for every service of the
 * catalogue. The same network, catalogue, seed and start give the same year.
 */
export function* generatedYear(
  network: Network,
  { services, productCategories }: CityCatalogue,
  { requests, seed, from }: { readonly requests: number; readonly seed: number; readonly from: Date },
): Generator<SimulatedRequest> {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const offices = network.nodes.filter(({ level }) => level === 'COUNTY' || level === 'PARK');
  for (let index = 0; index < requests; index += 1) {
    const at = from.getTime() + Math.floor(((index + random()) / requests) * YEAR_MS);
    const office = pick(offices);
    const service = pick(services);
    if (!office || !service) return;
    const county = office.level === 'PARK' ? network.node(office.parentCode)?.regionCode : office.regionCode;
    const category = service.domain === 'testing' && random() < PRODUCT_SHARE ? pick(productCategories) : undefined;
    const named = random() < NAMING_SHARE ? pick(network.institutionsOf(service.domain)) : undefined;
    yield {
      at,
      limitWorkingDays: service.limitWorkingDays,
      input: {
        serviceCode: service.code,
        domain: service.domain,
        performingLevel: service.performingLevel,
        regionCode: county ?? office.regionCode,
        ...(office.level === 'PARK' && { parkCode: office.regionCode }),
        categories: category === undefined ? [] : [category],
        limitDays: service.limitWorkingDays,
        ...(named && { chosenInstitutionId: named.id }),
        date: shanghaiDate(new Date(at)),
      },
    };
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
