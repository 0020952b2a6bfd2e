import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const QUIET = { NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false', FORCE_COLOR: '0' };

/**
 * Runs a command line with the project's own tools on the path; its output is kept, not shown.
 * @param {string} line
 * @param {{env?: NodeJS.ProcessEnv}} [options]
 * @returns {Promise<import('./report.mjs').Outcome>}
 */
export function command(line, { env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(line, {
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...env, ...QUIET, PATH: `node_modules/.bin:${env.PATH}` },
    });
    const parts = [];
    child.stdout.on('data', (chunk) => parts.push(chunk));
    child.stderr.on('data', (chunk) => parts.push(chunk));
    child.on('error', (error) => resolve({ ok: false, output: String(error) }));
    child.on('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(parts).toString() }));
  });
}

/**
 * Runs one target in every project that has it, from Nx's cache where nothing changed.
 * @param {string} target
 * @param {{env?: NodeJS.ProcessEnv, parallel?: number, projects?: string}} [options]
 */
export function nx(target, { env, projects, parallel = Math.min(4, availableParallelism()) } = {}) {
  return command(
    `nx run-many -t ${target} ${projects ? `-p ${projects} ` : ''}--parallel ${parallel} --output-style static`,
    { env },
  );
}
