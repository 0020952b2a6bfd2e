/** What the applicant gets back: always the state at filing, however often it is asked for. */
export interface FilingReceipt {
  readonly id: string;
  readonly requestNo: string;
  readonly status: 'SUBMITTED';
  readonly items: readonly {
    readonly id: string;
    readonly serviceCode: string;
    readonly status: 'READY' | 'WAITING';
  }[];
}
