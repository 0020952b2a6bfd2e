export * from './advisory-locks.js';
export * from './binding.js';
export * from './database.js';
export * from './data-source.js';
export * from './migrate.js';
export * from './transient.js';
