import { fileURLToPath } from 'node:url';
import { HttpClient, ServiceProcess, freePort, type TestService } from '@nqi/test-kit';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** The ledger in a process of its own, so that it can die like one. */
export type LedgerProcess = ServiceProcess & { readonly http: HttpClient };
export const LedgerProcess = {
  async start(service: TestService, failAt?: string): Promise<LedgerProcess> {
    const started = ServiceProcess.start(MAIN, service, failAt, await freePort());
    return Object.assign(started, { http: new HttpClient(started.url) });
  },
};
