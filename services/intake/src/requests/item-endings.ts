/** An item that has just ended, for good. */
export interface EndedItem {
  readonly itemId: string;
  readonly served: boolean;
}

/** Settles what hangs on items when they end. */
export abstract class ItemEndings {
  /** Part of the ambient transaction, which holds the request's lock: nothing begins for these items meanwhile. */
  abstract settle(items: readonly EndedItem[]): Promise<void>;
}
