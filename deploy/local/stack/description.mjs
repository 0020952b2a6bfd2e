// @ts-check
import { demonstrationAccounts } from './report.mjs';

/**
 * What run/stack.json says: all that a program needs to drive the running system.
 *
 * @param {object} stack
 * @param {string} stack.home
 * @param {readonly import('../services.mjs').ServiceSpec[]} stack.services
 * @param {number} stack.doorPort
 * @param {import('../backends/choose.mjs').Backends} stack.backends
 * @param {import('./services.mjs').ServicePlan} stack.plan
 * @param {string} stack.password
 * @param {Record<string, number>} stack.pids
 */
export function describeStack({ home, services, doorPort, backends, plan, password, pids }) {
  const { postgres, kafka, redis } = backends;
  const { url, host, port, user } = postgres;
  const names = services.map(({ name }) => name);
  return {
    baseUrl: `http://127.0.0.1:${doorPort}`,
    pid: process.pid,
    pids: Object.fromEntries(names.map((name) => [name, pids[name]])),
    services: Object.fromEntries(names.map((name) => [name, { url: `http://127.0.0.1:${plan.portOf(name)}` }])),
    postgres: { url, host, port, user, password: postgres.password, pid: pids.postgres },
    kafka: { brokers: kafka.brokers, pid: pids.kafka },
    redis: { url: redis.url, pid: pids.redis },
    accounts: demonstrationAccounts(home, password),
  };
}
