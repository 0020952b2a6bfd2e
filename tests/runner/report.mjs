/**
 * @typedef {{ok: boolean, output: string, open?: string}} Outcome `open` says why a step could not decide; it then counts as nothing
 * @typedef {{passed: number, failed: number, failures?: string[]}} Counts
 */

/** Says each step as it ends, shows what failed, and counts. */
export class Report {
  passed = 0;
  failed = 0;
  /** @type {string[]} */
  failures = [];
  /** @type {string[]} */
  open = [];
  begun = Date.now();

  /**
   * Runs one step. A step that throws has failed. Without counts of its own it counts as one check.
   * @param {string} name
   * @param {() => Promise<Outcome>} run
   * @param {() => Counts} [counts]
   */
  async step(name, run, counts) {
    const started = Date.now();
    const outcome = await run().catch((error) => ({ ok: false, output: error?.stack ?? String(error) }));
    if (outcome.open !== undefined) {
      this.open.push(`${name}: ${outcome.open}`);
      process.stdout.write(`OPEN           ${name}: ${outcome.open}\n`);
      return;
    }
    const own = counts?.() ?? { passed: 0, failed: 0 };
    const whole = own.passed + own.failed === 0 || (!outcome.ok && own.failed === 0);
    this.passed += own.passed + (whole && outcome.ok ? 1 : 0);
    this.failed += own.failed + (whole && !outcome.ok ? 1 : 0);
    const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
    const detail = own.passed + own.failed > 0 ? ` (${own.passed} passed, ${own.failed} failed)` : '';
    process.stdout.write(`${outcome.ok ? 'ok  ' : 'FAIL'} ${seconds} s  ${name}${detail}\n`);
    if (outcome.ok) return;
    if (own.failures?.length) this.failures.push(...own.failures);
    else this.failures.push(`${name}\n${lastLines(outcome.output, 20)}`);
    process.stdout.write(`${indent(lastLines(outcome.output, 60))}\n`);
  }

  /** Says again what failed, prints the closing line and returns the exit code. */
  close() {
    const minutes = ((Date.now() - this.begun) / 60_000).toFixed(1);
    for (const failure of this.failures) process.stdout.write(`FAIL ${indent(failure).trimStart()}\n`);
    for (const question of this.open) process.stdout.write(`OPEN ${question}\n`);
    process.stdout.write(`all checks took ${minutes} minutes\n`);
    process.stdout.write(`${this.passed} passed, ${this.failed} failed\n`);
    return this.failed === 0 ? 0 : 1;
  }
}

/**
 * @param {string} text
 * @param {number} count
 */
const lastLines = (text, count) => text.trimEnd().split('\n').slice(-count).join('\n');

/** @param {string} text */
const indent = (text) => text.replace(/^/gm, '    ');
