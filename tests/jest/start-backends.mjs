import { startTestBackends } from '@nqi/test-kit';

/** Once per run: real backends for the integration tests, named to them by the environment. */
export default async function startBackends() {
  const backends = await startTestBackends();
  Object.assign(process.env, backends.env);
  globalThis.__nqiTestBackends = backends;
}
