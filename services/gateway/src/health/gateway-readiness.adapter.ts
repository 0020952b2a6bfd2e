import { Injectable, Inject } from '@nestjs/common';
import { SERVICE_NAMES } from '@nqi/contracts';
import { Readiness } from '@nqi/platform';
import { GATEWAY_SETTINGS, type GatewaySettings } from '../gateway.settings.js';

const PATIENCE_MS = 1_500;

/** Ready while identity's keys can be had and every service behind the door is alive; says which is not. */
@Injectable()
export class GatewayReadiness extends Readiness {
  constructor(@Inject(GATEWAY_SETTINGS) { jwksUrl, upstreams }: GatewaySettings) {
    super();
    this.add({ name: 'identity keys', check: () => answers(jwksUrl) });
    for (const name of SERVICE_NAMES) this.add({ name, check: () => answers(`${upstreams[name]}/health/live`) });
  }
}

async function answers(url: string): Promise<void> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch((error: unknown) => {
    // fetch itself only says that it failed.
    throw error instanceof Error && error.cause instanceof Error ? error.cause : error;
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`status ${answer.status}`);
}
