import { readFileSync } from 'node:fs';

/**
 * Memory of all services together by the kernel's account, in MB: `once` counts a page that several processes share
 * once (PSS), `summed` in each of them (RSS).
 */
export function residentMegabytes(pids) {
  const rollups = Object.values(pids).map((pid) => readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  const sum = (field) =>
    Math.round(
      rollups.reduce((total, rollup) => total + Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(rollup)?.[1]), 0) /
        1024,
    );
  return { once: sum('Pss'), summed: sum('Rss') };
}
