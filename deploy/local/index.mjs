// @ts-check
export { chooseBackends } from './backends/choose.mjs';
export { startKafka } from './backends/kafka.mjs';
export { startPostgres } from './backends/postgres.mjs';
export { startRedis } from './backends/redis.mjs';
export { StackFailure } from './machine/failure.mjs';
export { freePort, isPortFree } from './machine/ports.mjs';
