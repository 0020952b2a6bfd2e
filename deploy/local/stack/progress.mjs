// @ts-check

/**
 * @typedef {object} Progress
 * @property {(line: string) => void} say a line of the current moment
 * @property {<T>(name: string, work: (say: (line: string) => void) => Promise<T>, outcome?: (result: T) => string) => Promise<T>} step
 */

/**
 * Says what the stack does while it does it, one line per step, each with the seconds since the beginning.
 *
 * @param {(text: string) => void} write
 * @param {() => number} now milliseconds
 * @returns {Progress}
 */
export function createProgress(write, now) {
  const begun = now();
  const seconds = (/** @type {number} */ since) => ((now() - since) / 1000).toFixed(1);
  const say = (/** @type {string} */ line) => write(`${seconds(begun).padStart(6)} s  ${line}\n`);
  return {
    say,
    step: async (name, work, outcome) => {
      const from = now();
      const result = await work((line) => say(`${name}: ${line}`));
      say(`${name}: ${outcome ? outcome(result) : 'done'} (${seconds(from)} s)`);
      return result;
    },
  };
}

/**
 * Says every few seconds that a long step is still at work.
 *
 * @template T
 * @param {() => string} line
 * @param {(line: string) => void} say
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
export async function stillWorking(line, say, work) {
  const timer = setInterval(() => say(line()), 10_000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
