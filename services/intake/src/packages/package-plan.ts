/** One service of a package and what it waits for. */
export interface Leg {
  readonly serviceCode: string;
  /** Services that must have been served before: their result is this one's input. */
  readonly needsResultsOf: readonly string[];
  /** Services that must be over before, however they ended. */
  readonly comesAfter: readonly string[];
}

/** The order in which the services of a package are done; a service without a leg waits for nothing. */
export type PackagePlan = readonly Leg[];

/** How far a service of a filed package has come, as far as others that wait for it care. */
export interface PlannedItem {
  readonly id: string;
  readonly serviceCode: string;
  readonly state: 'waiting' | 'open' | 'served' | 'unserved';
}

/** What has become possible, and what has become impossible. */
export interface Advance {
  /** Waiting items whose turn has come. */
  readonly ready: readonly string[];
  /** Waiting items that would need a result that will never come. */
  readonly doomed: readonly string[];
}

/**
 * What follows from the states of a filed package's items; whoever applies it asks again until nothing follows. A need of
 * a service that was not filed with the package is taken as met: the enterprise brings that input itself. A service filed
 * twice has served when one of its items has, and is over when both are.
 */
export function advance(plan: PackagePlan, items: readonly PlannedItem[]): Advance {
  const ready: string[] = [];
  const doomed: string[] = [];
  for (const { id, serviceCode, state } of items) {
    if (state !== 'waiting') continue;
    const leg = plan.find((candidate) => candidate.serviceCode === serviceCode);
    const inputs = (leg?.needsResultsOf ?? []).map((code) => standingOf(code, items));
    const before = (leg?.comesAfter ?? []).map((code) => standingOf(code, items));
    if (inputs.includes('unserved')) doomed.push(id);
    else if (!inputs.includes('pending') && !before.includes('pending')) ready.push(id);
  }
  return { ready, doomed };
}

function standingOf(code: string, items: readonly PlannedItem[]): 'pending' | 'served' | 'unserved' {
  const states = items.filter(({ serviceCode }) => serviceCode === code).map(({ state }) => state);
  if (states.some((state) => state === 'waiting' || state === 'open')) return 'pending';
  return states.length === 0 || states.includes('served') ? 'served' : 'unserved';
}

/** Working days until the last service is done, when each takes its promised limit and starts as soon as it may. */
export function promisedDays(plan: PackagePlan, limits: ReadonlyMap<string, number>): number {
  const known = new Map<string, number>();
  const finish = (code: string): number => {
    const limit = limits.get(code);
    if (limit === undefined) return 0;
    const before = known.get(code);
    if (before !== undefined) return before;
    const leg = plan.find(({ serviceCode }) => serviceCode === code);
    const start = Math.max(0, ...[...(leg?.needsResultsOf ?? []), ...(leg?.comesAfter ?? [])].map(finish));
    known.set(code, start + limit);
    return start + limit;
  };
  return Math.max(0, ...[...limits.keys()].map(finish));
}

/** Why a plan cannot be worked: a leg waits for itself, for a service outside the package, or stands there twice. */
export function planFaults(plan: PackagePlan, serviceCodes: readonly string[]): string[] {
  const faults: string[] = [];
  const codes = plan.map(({ serviceCode }) => serviceCode);
  for (const [i, { serviceCode, needsResultsOf, comesAfter }] of plan.entries()) {
    if (codes.indexOf(serviceCode) !== i) faults.push(`${serviceCode} has two legs`);
    for (const code of [serviceCode, ...needsResultsOf, ...comesAfter]) {
      if (!serviceCodes.includes(code)) faults.push(`${code} is not in the package`);
    }
  }
  const cycle = codes.find((code) => waitsFor(code, code, plan, new Set()));
  return cycle === undefined ? faults : [...faults, `${cycle} waits for itself`];
}

function waitsFor(code: string, target: string, plan: PackagePlan, seen: Set<string>): boolean {
  const leg = plan.find(({ serviceCode }) => serviceCode === code);
  return [...(leg?.needsResultsOf ?? []), ...(leg?.comesAfter ?? [])].some((before) => {
    if (before === target) return true;
    if (seen.has(before)) return false;
    seen.add(before);
    return waitsFor(before, target, plan, seen);
  });
}
