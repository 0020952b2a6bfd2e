import { ROLES, type Role } from '@nqi/platform';
import type { City } from '../city.js';
import { casesOf, type Case } from './objects.js';
import { surfaceOf, type Operation, type Surface } from './operations.js';
import { everyRole, type Person } from './people.js';
import { aimOf, expected, kindOf } from './verdict.js';

/** The whole surface with people who may use it, and objects that they may use it on. */
export interface Ground {
  readonly surface: Surface;
  readonly own: Case;
  /** Somebody who gets past every check of who they are. */
  readonly whoMay: (operation: Operation) => Person;
  /** Values of the address: of an object that is there where the tests have one, else of nothing. */
  readonly valuesFor: (operation: Operation) => Readonly<Record<string, string>>;
}

/** Those with the widest view first: their bodies get furthest. */
const BY_REACH: readonly Role[] = ['dispatcher', 'administrator', 'enterprise_owner', 'technician', ...ROLES];

export async function groundOf(city: City): Promise<Ground> {
  const surface = await surfaceOf(city);
  const own = (await casesOf(city))[0] as Case;
  const institutions = [...new Set(Object.values(own.jobs).map(({ institutionId }) => institutionId))];
  const people = (await Promise.all(institutions.map((institution) => everyRole(city, institution)))).flat();
  const whoMay = (operation: Operation): Person => {
    const aim = aimOf(operation, own);
    const candidates = BY_REACH.flatMap((role) => people.filter((person) => person.role === role));
    const found = candidates.find((person) => expected(person, operation, aim) === 'allowed');
    if (!found) throw new Error(`nobody may ${operation.method} ${operation.path}`);
    return found;
  };
  const valuesFor = (operation: Operation) => ({ ...NOWHERE, ...(kindOf(operation) && aimOf(operation, own)?.values) });
  return { surface, own, whoMay, valuesFor };
}

/** Well-formed names of nothing: what a hostile body does must not remain for whoever uses the system afterwards. */
const NOWHERE = {
  service: 'routing',
  year: '2099',
  version: '999999',
  code: 'WS-999999',
  uscc: '91370481MA3ABCD159',
  serviceCode: 'MET-999',
  number: 'JL-2026-000000',
  name: 'nothing',
};
