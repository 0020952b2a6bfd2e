import type { Happening } from '../happenings/happening.js';

/** An open page that shows something which changed: whose page, and what it shows. */
export interface PageUpdate {
  readonly organizationId?: string;
  readonly nodePath?: string;
  readonly subject: string;
  readonly id: string;
}

/** The enterprise watches its request, offices their tickets and jobs, the institution its jobs. */
export function pageUpdatesOf({ parties, subjects }: Happening): PageUpdate[] {
  const { request, ticket, job } = subjects;
  const offices = [parties.office, parties.formerOffice].filter((path) => path !== undefined);
  return [
    ...show(parties.enterprise, 'request', request, (organizationId) => ({ organizationId })),
    ...offices.flatMap((path) => show(path, 'ticket', ticket, (nodePath) => ({ nodePath }))),
    ...show(parties.office, 'job', job, (nodePath) => ({ nodePath })),
    ...show(parties.institution, 'job', job, (organizationId) => ({ organizationId })),
  ];
}

const show = (
  whose: string | undefined,
  subject: string,
  id: string | undefined,
  audience: (whose: string) => Pick<PageUpdate, 'organizationId' | 'nodePath'>,
): PageUpdate[] => (whose && id ? [{ ...audience(whose), subject, id }] : []);
