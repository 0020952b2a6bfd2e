import { advance, type PackagePlan } from '../packages/package-plan.js';
import type { FiledPlan, NewItem, RequestItemState } from './request.js';

/** New items in the order of their package: those that wait for nothing are ready, for the others the plan is kept. */
export interface LaidOut {
  readonly items: readonly RequestItemState[];
  readonly ready: readonly NewItem[];
  readonly plan?: FiledPlan;
}

export function layOut(newItems: readonly NewItem[], legs: PackagePlan): LaidOut {
  const { ready } = advance(
    legs,
    newItems.map(({ id, serviceCode }) => ({ id, serviceCode, state: 'waiting' })),
  );
  const items = newItems.map(({ promise: _promise, materials: _materials, ...item }): RequestItemState => {
    return { ...item, status: ready.includes(item.id) ? 'READY' : 'WAITING', returnedFor: [] };
  });
  const waiting = newItems.filter(({ id }) => !ready.includes(id));
  const promises = Object.fromEntries(waiting.map(({ id, promise }) => [id, promise]));
  return {
    items,
    ready: newItems.filter(({ id }) => ready.includes(id)),
    ...(waiting.length > 0 && { plan: { legs, promises } }),
  };
}
