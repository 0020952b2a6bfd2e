import type { Organization } from './organization.js';

export abstract class OrganizationRepository {
  /** Adds the organisations whose id is new, tells the others of them, and returns those alone. */
  abstract addNew(organizations: readonly Organization[]): Promise<Organization[]>;

  abstract renameInstitution(id: string, name: string): Promise<void>;
}
