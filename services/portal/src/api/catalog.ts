import { call } from './http.js';
import type { Domain, JsonSchema, Localized } from './shapes.js';

export interface CatalogService {
  readonly code: string;
  readonly domain: Domain;
  readonly name: Localized;
  readonly description: string;
  readonly audience: readonly string[];
  readonly channel: string;
  /** Working days. */
  readonly limits: { readonly statutory?: number; readonly promised: number };
  readonly requiredMaterials: readonly string[];
  readonly feeBasis: string;
  readonly performingLevel: string;
  readonly legalBasis: readonly string[];
  readonly version: number;
  /** What a filing has to fill in. */
  readonly form: JsonSchema;
}

/** One entry of a list that form fields choose from. */
export interface ReferenceEntry {
  readonly ref: string;
  readonly name: Localized;
  readonly detail?: string;
  readonly items?: readonly ReferenceEntry[];
}

export interface ServicePackage {
  readonly code: string;
  readonly name: Localized;
  readonly description: string;
  readonly serviceCodes: readonly string[];
  readonly categories: readonly string[];
}

export const listServices = async (): Promise<readonly CatalogService[]> =>
  (await call<{ items: readonly CatalogService[] }>('/catalog/services')).items;

export const readService = (code: string): Promise<CatalogService> =>
  call<CatalogService>(`/catalog/services/${encodeURIComponent(code)}`);

export const listPackages = async (): Promise<readonly ServicePackage[]> =>
  (await call<{ items: readonly ServicePackage[] }>('/catalog/packages')).items;

export const listReferences = async (name: string): Promise<readonly ReferenceEntry[]> =>
  (await call<{ items: readonly ReferenceEntry[] }>(`/catalog/references/${encodeURIComponent(name)}`)).items;
