// @ts-check
import { connect } from 'node:net';

/*
 * Each probe tells whether a backing service answers at this moment, and never throws. Packages are loaded when first
 * needed: these modules are also read before anything is installed.
 */

/** @param {string} url */
export async function databaseAnswers(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * True when the cluster answers with a broker: a listening port alone comes a second earlier.
 *
 * @param {string[]} brokers
 */
export async function brokersAnswer(brokers) {
  const { default: kafkajs } = await import('kafkajs');
  const kafka = new kafkajs.Kafka({
    clientId: 'nqi-stack',
    brokers,
    logLevel: kafkajs.logLevel.NOTHING,
    connectionTimeout: 2_000,
    requestTimeout: 3_000,
    retry: { retries: 0 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    return (await admin.describeCluster()).brokers.length > 0;
  } catch {
    return false;
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}

/**
 * A Redis that wants a password answers too.
 *
 * @param {string} url
 * @returns {Promise<boolean>}
 */
export function redisAnswers(url) {
  const { hostname, port, protocol } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 6379), timeout: 2_000 });
    const settle = (/** @type {boolean} */ answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => (protocol === 'rediss:' ? settle(true) : socket.write('PING\r\n')));
    socket.once('data', (bytes) => settle(/^(\+PONG|-NOAUTH)/.test(bytes.toString('latin1'))));
    socket.once('timeout', () => settle(false));
    socket.once('error', () => settle(false));
    socket.once('close', () => settle(false));
  });
}
