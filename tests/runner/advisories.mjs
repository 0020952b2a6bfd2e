import { command } from './commands.mjs';

/** What makes a known weakness of a package too grave to go on with. */
const GRAVE = ['high', 'critical'];

/** Asks the registry what is known against the packages that run. One that has no such service leaves the question open. */
export async function askAdvisories() {
  const { output } = await command('npm audit --omit=dev --json --fetch-retries=0 --fetch-timeout=20000 2>/dev/null');
  return verdictOf(output);
}

/**
 * Only a report with counts is an answer; everything else is said to be none, and never taken for a clean one.
 * @param {string} output of `npm audit --json`
 * @returns {import('./report.mjs').Outcome}
 */
export function verdictOf(output) {
  const answer = parsed(output);
  const counts = answer?.metadata?.vulnerabilities;
  if (!counts) {
    const said = answer?.message ?? answer?.error?.summary ?? (output.trim().split('\n')[0] || 'nothing');
    return { ok: true, output, open: `the registry did not answer (${String(said).replace(/ - .*/, '')})` };
  }
  const grave = Object.values(answer.vulnerabilities ?? {}).filter(({ severity }) => GRAVE.includes(severity));
  const ok = GRAVE.every((severity) => counts[severity] === 0);
  return { ok, output: grave.map(({ name, severity, range }) => `${severity}: ${name} ${range}`).join('\n') };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
