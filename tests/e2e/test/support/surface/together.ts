const AT_ONCE = 12;

/** Does the work with each thing, a few at a time. */
export async function together<T>(
  things: readonly T[],
  work: (thing: T) => Promise<void>,
  atOnce = AT_ONCE,
): Promise<void> {
  const left = things.values();
  const worker = async () => {
    for (const thing of left) await work(thing);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
