/** Which request something is about, and whose it is. */
export interface RequestNamed {
  readonly requestId: string;
  readonly requestNo: string;
  readonly enterprise: { readonly uscc: string; readonly name: string };
  readonly regionCode: string;
  readonly parkCode?: string;
}

/** What every event says of its request. */
export function requestRef({ requestId, requestNo, enterprise, regionCode, parkCode }: RequestNamed) {
  return {
    requestId,
    requestNo,
    enterpriseUscc: enterprise.uscc,
    enterpriseName: enterprise.name,
    regionCode,
    parkCode: parkCode ?? '',
  };
}
