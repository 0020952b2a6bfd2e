import type { CatalogService } from '../../api/catalog.js';
import type { Domain } from '../../api/shapes.js';

/** Services of a domain in which every word of the wish occurs. */
export function matchingServices(
  services: readonly CatalogService[],
  wish: string | undefined,
  domain: Domain | undefined,
): readonly CatalogService[] {
  const words = (wish ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return services.filter(
    (service) => (!domain || service.domain === domain) && words.every((word) => textOf(service).includes(word)),
  );
}

const textOf = ({ code, name, description, audience }: CatalogService): string =>
  [code, name.zh, name.en, description, ...audience].join(' ').toLowerCase();
