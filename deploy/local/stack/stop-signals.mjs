// @ts-check

/** npm passes on a signal that the whole process group got already: so soon, it is the same wish. */
const SAME_WISH_MS = 1_500;

/**
 * Turns SIGINT, SIGTERM and SIGHUP into a wish to stop; a second one, later, into the wish not to wait.
 *
 * @returns {{signal: AbortSignal, requested: Promise<void>, request: () => void, isHard: () => boolean}}
 */
export function catchStopSignals() {
  const controller = new AbortController();
  let since = 0;
  let hard = false;
  const request = () => {
    if (controller.signal.aborted) {
      if (since > 0 && Date.now() - since > SAME_WISH_MS) hard = true;
      return;
    }
    controller.abort();
  };
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(name, () => {
      request();
      since ||= Date.now();
    });
  }
  const { signal } = controller;
  /** @type {Promise<void>} */
  const requested = new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  return { signal, requested, request, isHard: () => hard };
}
