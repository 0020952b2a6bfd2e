import type { Service } from '../catalogue/catalogue.js';
import { workingDaysOf } from '../catalogue/service-limit.js';
import type { ServicePromise } from './request.events.js';

/** What an edition of the catalogue promises for a service. */
export function promiseOf({ name, performingLevel, limits }: Service): ServicePromise {
  return { serviceName: name, performingLevel, completeLimitDays: workingDaysOf(limits.promised) };
}
