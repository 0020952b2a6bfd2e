import type { CatalogService, ServicePackage } from '../../api/catalog.js';
import type { Filing } from '../../api/requests.js';
import type { EnterpriseRef, FormData, Localized, Mode, Urgency } from '../../api/shapes.js';

export interface DraftLine {
  readonly serviceCode: string;
  readonly form: FormData;
  /** Institution that the applicant asks for; when empty the applicant is asked, unless it leaves it to the platform. */
  readonly institutionId?: string;
  readonly recommendedByPlatform?: boolean;
  /** Documents of the own library, by id. */
  readonly materials?: readonly string[];
}

/** On whose behalf staff file; one that is not registered goes by the name they type. */
export type Applicant = EnterpriseRef & { readonly unregistered?: boolean };

/** A filing while it is being written. */
export interface Draft {
  readonly lines: readonly DraftLine[];
  readonly packageCode?: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly regionCode: string;
  readonly parkCode: string;
  readonly mode: Mode;
  readonly urgency: Urgency;
  readonly wantedDate?: string;
  /** On whose behalf staff file; an enterprise files for itself. */
  readonly enterprise?: Applicant;
}

export const EMPTY_DRAFT: Draft = {
  lines: [],
  contactName: '',
  contactPhone: '',
  regionCode: '',
  parkCode: '',
  mode: 'online',
  urgency: 'normal',
};

const newLine = (serviceCode: string): DraftLine => ({ serviceCode, form: {} });

/** Puts a service on the list or takes it off; what was filled in for others stays. */
export function toggleService(draft: Draft, serviceCode: string, packages: readonly ServicePackage[] = []): Draft {
  const chosen = draft.lines.some((line) => line.serviceCode === serviceCode);
  const lines = chosen
    ? draft.lines.filter((line) => line.serviceCode !== serviceCode)
    : [...draft.lines, newLine(serviceCode)];
  return withinPackage({ ...draft, lines }, packages);
}

export const addService = (draft: Draft, serviceCode: string): Draft =>
  draft.lines.some((line) => line.serviceCode === serviceCode)
    ? draft
    : { ...draft, lines: [...draft.lines, newLine(serviceCode)], packageCode: undefined };

/** Takes a package's services; what was already filled in for one of them is kept. */
export function choosePackage(draft: Draft, { code, serviceCodes }: ServicePackage): Draft {
  const known = new Map(draft.lines.map((line) => [line.serviceCode, line]));
  return { ...draft, packageCode: code, lines: serviceCodes.map((service) => known.get(service) ?? newLine(service)) };
}

/** A package may lose services but holds no others. */
function withinPackage(draft: Draft, packages: readonly ServicePackage[]): Draft {
  const chosen = packages.find(({ code }) => code === draft.packageCode);
  const fits =
    chosen && draft.lines.length > 0 && draft.lines.every((line) => chosen.serviceCodes.includes(line.serviceCode));
  return fits ? draft : { ...draft, packageCode: undefined };
}

export function changeLine(draft: Draft, serviceCode: string, changes: Partial<DraftLine>): Draft {
  const lines = draft.lines.map((line) => (line.serviceCode === serviceCode ? { ...line, ...changes } : line));
  return { ...draft, lines };
}

/** What is sent. */
export function toFiling(draft: Draft): Filing {
  const { packageCode, regionCode, parkCode, mode, urgency, wantedDate, enterprise } = draft;
  return {
    items: draft.lines.map(({ serviceCode, form, institutionId, recommendedByPlatform, materials }) => ({
      serviceCode,
      form,
      ...(institutionId ? { institutionId } : recommendedByPlatform && { recommendedByPlatform }),
      ...(materials?.length && { materials }),
    })),
    ...(packageCode && { packageCode }),
    contact: { name: draft.contactName.trim(), phone: draft.contactPhone.trim() },
    regionCode,
    ...(parkCode && { parkCode }),
    mode,
    urgency,
    ...(wantedDate && { wantedDate }),
    ...(enterprise && { enterpriseUscc: enterprise.uscc }),
    ...(enterprise?.unregistered && { enterpriseName: enterprise.name.trim() }),
  };
}

/** Required fields of the contact step that are still empty, in the order of the page. */
export function missingContact(draft: Draft, staff: boolean): readonly string[] {
  const required: readonly (readonly [string, boolean])[] = [
    ['enterpriseUscc', staff && !draft.enterprise?.uscc],
    ['enterpriseName', staff && draft.enterprise?.unregistered === true && draft.enterprise.name.trim() === ''],
    ['contact.name', draft.contactName.trim() === ''],
    ['contact.phone', draft.contactPhone.trim() === ''],
    ['regionCode', draft.regionCode === ''],
  ];
  return required.filter(([, missing]) => missing).map(([field]) => field);
}

const LONGEST_TITLE = 100;

/** What a draft is known by in a list: the names of its services. */
export function titleOf(
  { lines }: Draft,
  services: readonly Pick<CatalogService, 'code' | 'name'>[],
  name: (text: Localized | undefined) => string,
  otherwise: string,
): string {
  const names = lines.map(({ serviceCode }) => name(services.find(({ code }) => code === serviceCode)?.name));
  return names.filter(Boolean).join(' + ').slice(0, LONGEST_TITLE) || otherwise;
}
