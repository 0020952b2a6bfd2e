import { startStack } from '../runner/stack.mjs';

/** The stack that NQI_STACK names, or one of the run's own. */
export default async function start() {
  if (process.env.NQI_STACK) return;
  const stack = await startStack();
  process.env.NQI_STACK = stack.file;
  globalThis.__nqiStack = stack;
}
