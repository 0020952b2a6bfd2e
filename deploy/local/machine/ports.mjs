// @ts-check
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { readJson, writeJson } from './files.mjs';
import { StackFailure } from './failure.mjs';

/** Below the kernel's range for outgoing connections: a port kept through a restart is not given away meanwhile. */
const FIRST_PORT = 18_000;
const LAST_PORT = 30_000;

/**
 * True when nothing listens on the port, on the given address or on every address.
 *
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>}
 */
export async function isPortFree(port, host = '127.0.0.1') {
  return (await canListen(port, host)) && (await canListen(port, '0.0.0.0'));
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** @returns {Promise<number>} */
export async function freePort() {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = randomInt(FIRST_PORT, LAST_PORT);
    if (await isPortFree(port)) return port;
  }
  throw new StackFailure(`no free port between ${FIRST_PORT} and ${LAST_PORT}: stop what is using them`);
}

/** Serialises the read-choose-write of one home's port file within this process. */
let turn = Promise.resolve();

/**
 * The port that this home uses for a purpose: the one of last time when it is free, else another one, remembered.
 *
 * @param {string} home
 * @param {string} purpose
 * @returns {Promise<number>}
 */
export function portFor(home, purpose) {
  const next = turn.then(() => choosePort(join(home, 'ports.json'), purpose));
  turn = next.then(
    () => undefined,
    () => undefined,
  );
  return next;
}

/**
 * @param {string} file
 * @param {string} purpose
 */
async function choosePort(file, purpose) {
  const ports = /** @type {Record<string, number>} */ (readJson(file) ?? {});
  const remembered = ports[purpose];
  if (remembered !== undefined && (await isPortFree(remembered))) return remembered;
  const others = new Set(Object.values(ports));
  let port = await freePort();
  while (others.has(port)) port = await freePort();
  writeJson(file, { ...ports, [purpose]: port });
  return port;
}
