// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import { messageOf } from '../machine/failure.mjs';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
/** A process that lived this long has proved itself: its next death is met with the first pause again. */
const PROVED_AFTER_MS = 30_000;

/**
 * @typedef {object} Supervised something that runs and may end
 * @property {number} pid
 * @property {Promise<unknown>} exited
 * @property {(isHard: () => boolean) => Promise<void>} stop
 *
 * @typedef {object} Ward
 * @property {string} name
 * @property {(again: boolean) => Promise<Supervised>} start
 */

/**
 * Keeps processes running: one that ends unasked is started again after a pause that grows with each failure.
 *
 * @param {object} options
 * @param {(line: string) => void} options.say
 * @param {() => void} options.onChange a process has another pid now
 */
export function createSupervisor({ say, onChange }) {
  /** @type {Map<string, {ward: Ward, running: Supervised | undefined}>} */
  const wards = new Map();
  let keeping = false;
  const ending = new AbortController();

  return { watch, startKeeping, endAll, pids, isAlive };

  /**
   * Takes charge of a process. Until `startKeeping` its end is only noted, so that a start that cannot work fails at once.
   *
   * @param {Ward} ward
   * @param {Supervised} [running]
   */
  async function watch(ward, running) {
    const entry = { ward, running: running ?? (await ward.start(false)) };
    wards.set(ward.name, entry);
    void guard(entry);
  }

  /** @param {{ward: Ward, running: Supervised | undefined}} entry */
  async function guard(entry) {
    let pause = FIRST_PAUSE_MS;
    for (;;) {
      const begun = Date.now();
      const ended = await entry.running?.exited;
      entry.running = undefined;
      if (!keeping || ending.signal.aborted) return;
      if (Date.now() - begun > PROVED_AFTER_MS) pause = FIRST_PAUSE_MS;
      say(`${entry.ward.name} ended (${describe(ended)}), starting it again in ${pause} ms`);
      await delay(pause, undefined, { signal: ending.signal }).catch(() => undefined);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      if (ending.signal.aborted) return;
      try {
        const running = await entry.ward.start(true);
        entry.running = running;
        if (ending.signal.aborted) return await running.stop(() => false);
        onChange();
      } catch (error) {
        say(`${entry.ward.name} could not be started again: ${messageOf(error)}`);
      }
    }
  }

  /** From now on what ends unasked is started again. Returns the names of what has ended before. */
  function startKeeping() {
    keeping = true;
    return [...wards].filter(([, { running }]) => running === undefined).map(([name]) => name);
  }

  /**
   * Ends those that are chosen, all at once, and returns when they are gone. None is started again from here on.
   *
   * @param {(name: string) => boolean} isChosen
   * @param {() => boolean} isHard asked while it waits: true ends them without ceremony
   */
  async function endAll(isChosen, isHard) {
    ending.abort();
    await Promise.all(
      [...wards.values()].map(async ({ ward, running }) => {
        if (running && isChosen(ward.name)) await running.stop(isHard);
      }),
    );
  }

  /** @returns {Record<string, number>} */
  function pids() {
    return Object.fromEntries([...wards].flatMap(([name, { running }]) => (running ? [[name, running.pid]] : [])));
  }

  /** @param {string} name */
  function isAlive(name) {
    return wards.get(name)?.running !== undefined;
  }
}

/** @param {unknown} ended */
function describe(ended) {
  const { code, signal } = /** @type {import('../machine/processes.mjs').Ending} */ (ended ?? {});
  return signal ?? `exit ${code ?? 'unknown'}`;
}
