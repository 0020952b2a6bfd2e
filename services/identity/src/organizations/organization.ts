export type OrganizationKind = 'enterprise' | 'node' | 'institution';

/** Whoever may act in the system: an enterprise, a service node or an institution. */
export interface Organization {
  /** USCC of an enterprise, code of a node, registry id of an institution. */
  readonly id: string;
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly uscc?: string;
  /** County, or 370471 for the high-tech zone; a node's own region; none for institutions outside the province. */
  readonly regionCode?: string;
  /** Nine digits; none for an enterprise that is in no park. */
  readonly parkCode?: string;
  readonly industryCode?: string;
  /** 微型, 小型, 中型 or 大型. */
  readonly scale?: string;
  /** Codes from the province down to this node, joined by slashes; nodes only. */
  readonly nodePath?: string;
  readonly contactName?: string;
  readonly contactPhone?: string;
  readonly registeredAt: Date;
}
