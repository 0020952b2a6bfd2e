import { fileURLToPath } from 'node:url';
import { HttpClient, ServiceProcess, type TestService } from '@nqi/test-kit';
import { owner } from './offices.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** Intake in a process of its own, so that it can die like one, and an enterprise that calls it. */
export type IntakeProcess = ServiceProcess & { readonly http: HttpClient };
export const IntakeProcess = {
  async start(service: TestService, failAt?: string): Promise<IntakeProcess> {
    const started = await ServiceProcess.serving(MAIN, service, failAt);
    return Object.assign(started, { http: new HttpClient(started.url, await service.token(owner)) });
  },
};
