// @ts-check
import { join } from 'node:path';
import { portFor } from '../machine/ports.mjs';
import { accountsFile, databaseUrl } from './settings.mjs';

/**
 * @typedef {object} ServicePlan
 * @property {(name: string) => number} portOf
 * @property {(name: string) => NodeJS.ProcessEnv} environmentOf
 */

/**
 * Gives every service a port that it keeps, and its surroundings.
 *
 * @param {object} options
 * @param {string} options.root
 * @param {string} options.home
 * @param {readonly import('../services.mjs').ServiceSpec[]} options.services
 * @param {number} options.doorPort
 * @param {{DATABASE_URL: string, KAFKA_BROKERS: string, REDIS_URL: string}} options.backends
 * @param {string} options.password of the demonstration accounts
 * @returns {Promise<ServicePlan>}
 */
export async function planServices({ root, home, services, doorPort, backends, password }) {
  /** @type {Map<string, number>} */
  const ports = new Map();
  for (const { name, door } of services) ports.set(name, door ? doorPort : await portFor(home, name));
  const portOf = (/** @type {string} */ name) => ports.get(name) ?? 0;
  const addressOf = (/** @type {string} */ name) => `http://127.0.0.1:${portOf(name)}`;

  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_|^NQI_PORT$|^NODE_OPTIONS$/i.test(name)),
  );
  const shared = {
    NQI_MODE: 'demonstration',
    // One machine is one caller here, and a demonstration may file a thousand requests at once.
    RATE_LIMIT_PER_MINUTE: '600000',
    ANONYMOUS_RATE_LIMIT_PER_MINUTE: '6000',
    PUBLIC_BASE_URL: `http://127.0.0.1:${doorPort}`,
    ...inherited,
    NQI_HOME: home,
    ...backends,
    JWKS_URL: `${addressOf('identity')}/.well-known/jwks.json`,
    JWT_KEY_FILE: join(home, 'secrets', 'jwt-keys.json'),
    CONTACT_KEY_FILE: join(home, 'secrets', 'contact-keys.json'),
    CONNECTION_KEY_FILE: join(home, 'secrets', 'connection-keys.json'),
    ACCOUNTS_FILE: accountsFile(home),
    DEMO_PASSWORD: password,
    SERVICE_HOST: '127.0.0.1',
  };
  const upstreams = Object.fromEntries(
    services.filter(({ door }) => !door).map(({ name }) => [`UPSTREAM_${name.toUpperCase()}`, addressOf(name)]),
  );
  return {
    portOf,
    environmentOf: (name) => {
      const spec = services.find((service) => service.name === name);
      return {
        ...shared,
        SERVICE_PORT: String(portOf(name)),
        ...(spec?.database && { DATABASE_URL: databaseUrl(backends.DATABASE_URL, `nqi_${name}`) }),
        ...(spec?.door && { ...upstreams, PORTAL_DIR: join(root, 'services', 'portal', 'dist') }),
      };
    },
  };
}
