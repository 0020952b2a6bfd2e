import { fileURLToPath } from 'node:url';
import { ServiceProcess, type TestService } from '@nqi/test-kit';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** Routing in a process of its own, so that it can die like one. */
export type RoutingProcess = ServiceProcess;
export const RoutingProcess = {
  start: (service: TestService, failAt?: string) => ServiceProcess.start(MAIN, service, failAt),
  serving: (service: TestService, failAt?: string) => ServiceProcess.serving(MAIN, service, failAt),
};
