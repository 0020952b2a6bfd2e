export * from './aggregate.js';
export * from './clock.js';
export * from './domain-error.js';
export * from './ids.js';
export * from './moves.js';
export * from './service-domain.js';
