/** An enterprise as identity registered it. */
export interface Enterprise {
  readonly uscc: string;
  readonly name: string;
  readonly regionCode: string;
  readonly parkCode?: string;
  readonly registeredAt: Date;
}

export abstract class EnterpriseRepository {
  abstract find(uscc: string): Promise<Enterprise | undefined>;

  /** The newest registration wins, in whatever order they arrive. */
  abstract keep(enterprise: Enterprise): Promise<void>;
}
