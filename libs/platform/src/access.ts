import { DomainError } from '@nqi/kernel';
import { reachOf, type Permission, type Reach } from './policy.js';
import type { Principal } from './principal.js';

/** Whose a row is; a table has those of the columns that make sense for it. */
export interface Ownership {
  readonly enterpriseUscc?: string | null;
  readonly institutionId?: string | null;
  readonly nodePath?: string | null;
}

/** Columns that hold the ownership of a table's rows. */
export type OwnershipColumns = { readonly [key in keyof Ownership]?: string };

/** A caller's reach under one permission: the same rule as a check of one row and as a filter in SQL. */
export class Access {
  constructor(
    readonly principal: Principal,
    readonly permission: Permission,
    readonly reach: Reach,
  ) {}

  /** Undefined when none of the caller's roles gives the permission, or it was not left to one who acts for another. */
  static of(principal: Principal, permission: Permission): Access | undefined {
    if (principal.acting && !principal.acting.permissions.includes(permission)) return undefined;
    const reach = reachOf(principal.roles, permission);
    return reach && new Access(principal, permission, reach);
  }

  /** True when the row lies within reach; what a row does not tell is out of reach. */
  covers(row: Ownership): boolean {
    const { principal } = this;
    const path = principal.nodePath;
    switch (this.reach) {
      case 'all':
        return true;
      case 'own':
        return principal.organizationKind === 'enterprise'
          ? row.enterpriseUscc === principal.organizationId
          : principal.organizationKind === 'institution' && row.institutionId === principal.organizationId;
      case 'node':
        return path !== undefined && row.nodePath === path;
      case 'subtree':
        return path !== undefined && (row.nodePath === path || (row.nodePath?.startsWith(`${path}/`) ?? false));
    }
  }

  /** Throws `forbidden` when the row is out of reach, for an object whose existence the caller may know. */
  assertCovers(row: Ownership): void {
    if (this.covers(row)) return;
    throw new DomainError('ACCESS.OUT_OF_REACH', 'forbidden', {
      zh: '该事项不在您的权限范围内',
      en: 'This object is outside your reach',
    });
  }

  /**
   * The same rule as an SQL condition. `bind` registers a value and returns its placeholder (`$3`). A table without
   * the column that the reach needs yields no rows.
   */
  condition(columns: OwnershipColumns, bind: (value: unknown) => string): string {
    const { principal } = this;
    const path = principal.nodePath;
    switch (this.reach) {
      case 'all':
        return 'TRUE';
      case 'own': {
        const column = principal.organizationKind === 'enterprise' ? columns.enterpriseUscc : columns.institutionId;
        const mayOwn = principal.organizationKind !== 'node';
        return column && mayOwn ? `${column} = ${bind(principal.organizationId)}` : 'FALSE';
      }
      case 'node':
        return columns.nodePath && path ? `${columns.nodePath} = ${bind(path)}` : 'FALSE';
      case 'subtree':
        return columns.nodePath && path
          ? `(${columns.nodePath} = ${bind(path)} OR ${columns.nodePath} LIKE ${bind(`${path}/%`)})`
          : 'FALSE';
    }
  }
}
