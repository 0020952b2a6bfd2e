/** What the applicant gets back: always the state at filing, however often it is asked for. */
export interface FilingReceipt {
  readonly id: string;
  readonly requestNo: string;
  /** With the number it opens public tracking. */
  readonly trackingCode: string;
  readonly status: 'SUBMITTED';
  readonly items: readonly {
    readonly id: string;
    readonly serviceCode: string;
    readonly status: 'READY' | 'WAITING';
  }[];
}

/** What is stored of it; the code is derived from the number. */
export type StoredReceipt = Omit<FilingReceipt, 'trackingCode'>;
