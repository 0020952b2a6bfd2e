/** Whether, and how, the platform of the province is reached. */
export abstract class ProvinceLink {
  /** Undefined without a connection. */
  abstract secrets(): Promise<readonly string[] | undefined>;

  /** The words since those that are known; rejects when the province does not answer as agreed. */
  abstract ask(about: readonly Asked[]): Promise<readonly unknown[]>;

  abstract readonly connected: boolean;
}

/** A handover of which nothing was heard for a while, and the last word that was. */
export interface Asked {
  readonly ticketId: string;
  readonly version: number;
  readonly afterSequence: number;
}
