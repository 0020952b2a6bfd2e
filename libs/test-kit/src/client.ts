/** For tests of the running system, which load nothing of what services are made of. */
export * from './eventually.js';
export * from './http-client.js';
