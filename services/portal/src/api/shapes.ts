/** A name that the platform keeps in both languages. What people typed is never translated. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string;
}

export type TechnicalDomain = 'metrology' | 'standards' | 'testing' | 'certification';
export type Domain = TechnicalDomain | 'consulting' | 'training';
export type Mode = 'online' | 'offline' | 'on-site';
export type Urgency = 'normal' | 'urgent';

export const TECHNICAL_DOMAINS: readonly TechnicalDomain[] = ['metrology', 'standards', 'testing', 'certification'];
export const DOMAINS: readonly Domain[] = [...TECHNICAL_DOMAINS, 'consulting', 'training'];

export interface EnterpriseRef {
  readonly uscc: string;
  readonly name: string;
}

/** JSON Schema 2020-12; `x-title-en` and the like carry the English words. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A filled form whose shape is its service's schema. */
export type FormData = Readonly<Record<string, unknown>>;
