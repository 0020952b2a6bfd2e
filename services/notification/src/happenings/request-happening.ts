import { envelopeOf, promised, type Envelope } from './envelope.js';
import type { Happening } from './happening.js';

/** What the contract says of a request in each of its events. */
interface RequestNamed {
  readonly requestId: string;
  readonly requestNo: string;
  readonly enterpriseUscc: string;
}

/** Something about a request, which its enterprise hears of. */
export function ofRequest(ref: RequestNamed | undefined, event: Envelope, facts: Happening['facts'] = {}): Happening {
  const request = promised(ref, 'request');
  return {
    ...envelopeOf(event),
    parties: { enterprise: request.enterpriseUscc },
    subjects: { request: request.requestId },
    facts: { requestNo: request.requestNo, ...facts },
  };
}
