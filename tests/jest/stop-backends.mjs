export default async function stopBackends() {
  await globalThis.__nqiTestBackends?.stop();
}
