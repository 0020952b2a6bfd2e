import { readFileSync } from 'node:fs';

/** Resident memory of each service by the kernel's account, in MB. */
export function residentMegabytes(pids) {
  const each = Object.fromEntries(
    Object.entries(pids).map(([service, pid]) => {
      const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
      return [service, Math.round(kilobytes / 1024)];
    }),
  );
  return { each, total: Object.values(each).reduce((sum, megabytes) => sum + megabytes, 0) };
}
