import { SERVICE_NAMES, type ServiceName } from '@nqi/contracts';
import { SettingsReader } from '@nqi/platform';

/** Where each service answers, without a trailing slash. */
export type Upstreams = Readonly<Record<ServiceName, string>>;

/** What the door needs to know of its surroundings. */
export interface GatewaySettings {
  readonly port: number;
  readonly host: string;
  readonly redisUrl: string;
  readonly jwksUrl: string;
  readonly upstreams: Upstreams;
  /** Longest wait for an upstream's first byte, and between two of its bytes. */
  readonly upstreamTimeoutMs: number;
  /** The built portal; undefined when the gateway serves none. */
  readonly portalDir: string | undefined;
  /** Origins whose pages may call the API; none means that only the portal itself may. */
  readonly corsOrigins: readonly string[];
  /** Proxies in front of the gateway that are believed about the client's address. */
  readonly trustedProxies: readonly string[];
  readonly callsPerMinute: number;
  readonly anonymousCallsPerMinute: number;
  /** Of another system that signs its calls, as the platform of the province. */
  readonly systemCallsPerMinute: number;
  /** How often a silent event stream shows that it is alive; less than the idle limit of any proxy in front. */
  readonly heartbeatMs: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
}

/** Injection token of the settings. */
export const GATEWAY_SETTINGS = Symbol('GatewaySettings');

const HTTP = ['http:', 'https:'];
const CALLS = { min: 1, max: 100_000_000 };

/** Reads the environment once. Throws SettingsError with every fault. */
export function readGatewaySettings(environment: NodeJS.ProcessEnv = process.env): GatewaySettings {
  const read = new SettingsReader(environment);
  return read.finish({
    port: read.integer('NQI_PORT', read.integer('SERVICE_PORT', 8080, PORTS), PORTS),
    host: read.text('GATEWAY_HOST', read.text('SERVICE_HOST', '127.0.0.1')),
    redisUrl: read.url('REDIS_URL', ['redis:', 'rediss:']),
    jwksUrl: read.url('JWKS_URL', HTTP),
    upstreams: Object.fromEntries(
      SERVICE_NAMES.map((name) => [name, read.url(`UPSTREAM_${name.toUpperCase()}`, HTTP).replace(/\/+$/, '')]),
    ) as unknown as Upstreams,
    upstreamTimeoutMs: read.integer('UPSTREAM_TIMEOUT_MS', 20_000, { min: 100, max: 120_000 }),
    portalDir: read.text('PORTAL_DIR', '') || undefined,
    corsOrigins: listOf(read.text('CORS_ORIGINS', '')),
    trustedProxies: listOf(read.text('TRUSTED_PROXIES', '')),
    callsPerMinute: read.integer('RATE_LIMIT_PER_MINUTE', 600, CALLS),
    anonymousCallsPerMinute: read.integer('ANONYMOUS_RATE_LIMIT_PER_MINUTE', 120, CALLS),
    systemCallsPerMinute: read.integer('SYSTEM_RATE_LIMIT_PER_MINUTE', 1_200, CALLS),
    heartbeatMs: read.integer('EVENT_HEARTBEAT_SECONDS', 15, { min: 1, max: 60 }) * 1_000,
    logLevel: read.oneOf('LOG_LEVEL', ['debug', 'info', 'warn', 'error'], 'info'),
  });
}

const PORTS = { min: 0, max: 65_535 };

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
