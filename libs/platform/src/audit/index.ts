export * from './audit-record.js';
export * from './audit-chain.js';
export * from './audit.schema.js';
export * from './audit-trail.js';
export * from './audit-anchor.loop.js';
export * from './verify-trail.js';
export * from './call-context.js';
