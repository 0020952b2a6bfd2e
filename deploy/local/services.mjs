// @ts-check

/**
 * @typedef {object} ServiceSpec one process of the system
 * @property {string} name its folder under services/
 * @property {boolean} database it owns `nqi_<name>` and has a `migrate` command
 * @property {boolean} [door] it listens on NQI_PORT, knows the others' addresses and serves the portal
 * @property {readonly string[]} [flags] for node
 */

/** @type {readonly ServiceSpec[]} */
export const SERVICES = [
  { name: 'identity', database: true },
  { name: 'intake', database: true },
  { name: 'routing', database: true },
  { name: 'metrology', database: true },
  { name: 'standards', database: true },
  { name: 'testing', database: true },
  { name: 'certification', database: true },
  { name: 'insight', database: true },
  { name: 'notification', database: true },
  { name: 'gateway', database: false, door: true },
];
