export * from './backends.js';
export * from './eventually.js';
export * from './http-client.js';
export * from './kafka-probe.js';
export * from './principals.js';
export * from './test-database.js';
export * from './test-service.js';
export * from './token-issuer.js';
