// @ts-check
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { StackFailure } from './failure.mjs';

/**
 * The path of a program on PATH, or undefined. Nothing is run.
 *
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function findProgram(name, env = process.env) {
  const candidates = isAbsolute(name)
    ? [name]
    : (env.PATH ?? '')
        .split(delimiter)
        .filter(Boolean)
        .map((directory) => join(directory, name));
  return candidates.find(isExecutable);
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path) && statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * @typedef {object} CommandResult
 * @property {number | null} code
 * @property {string} output both streams, in the order in which they came
 */

/**
 * Runs a command to its end and keeps what it printed. It gets a process group of its own, so that a terminal's Ctrl-C
 * reaches it only through `signal`, which ends the whole group.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {number} [options.uid]
 * @param {number} [options.gid]
 * @param {number} [options.timeoutMs]
 * @param {AbortSignal} [options.signal]
 * @param {(text: string) => void} [options.onOutput]
 * @returns {Promise<CommandResult>}
 */
export function runCommand(command, args, options = {}) {
  const { cwd, env, uid, gid, timeoutMs, signal, onOutput } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new StackFailure('stopped'));
    const child = spawn(command, args, { cwd, env, uid, gid, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const endGroup = () => {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, 'SIGTERM');
      } catch {
        // It ended by itself in the meantime.
      }
    };
    const timer = timeoutMs === undefined ? undefined : setTimeout(endGroup, timeoutMs);
    signal?.addEventListener('abort', endGroup, { once: true });
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', endGroup);
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (/** @type {string} */ text) => {
        output += text;
        onOutput?.(text);
      });
    }
    child.on('error', (error) => {
      settle();
      reject(new StackFailure(`${command} could not be run: ${error.message}`));
    });
    child.on('close', (code) => {
      settle();
      if (signal?.aborted) reject(new StackFailure('stopped'));
      else resolve({ code, output });
    });
  });
}

/**
 * The last lines of a text, indented, for a message that has to show why something died.
 *
 * @param {string} text
 * @param {number} [lines]
 */
export function tail(text, lines = 15) {
  return text
    .trimEnd()
    .split('\n')
    .slice(-lines)
    .map((line) => `    ${line}`)
    .join('\n');
}
