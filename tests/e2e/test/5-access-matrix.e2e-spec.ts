import { POLICY, ROLES, type Role } from '@nqi/platform';
import type { HttpClient } from '@nqi/test-kit/client';
import { City } from './support/city.js';
import { bodyOf } from './support/surface/bodies.js';
import { casesOf, type Case, type Relation } from './support/surface/objects.js';
import { addressOf, nameOf, surfaceOf, type Operation, type Surface } from './support/surface/operations.js';
import { everyRole, type Person } from './support/surface/people.js';
import { together } from './support/surface/together.js';
import { agrees, aimOf, expected, kindOf, type Aim, type Seen, type Verdict } from './support/surface/verdict.js';

/** A version that nothing has: what may be changed answers that it was changed meanwhile, and stays as it is. */
const NOTHING_IS_CHANGED = { 'if-match': '"999999999"' };
/** Streams do not end; what is written below ends the tests' own sessions or changes every token. */
const APART = ['GET /api/v1/events', 'POST /api/v1/auth/keys/rotate', 'DELETE /api/v1/auth/sessions'];

interface Call {
  readonly operation: Operation;
  readonly person: Person;
  readonly relation?: Relation;
  readonly aim?: Aim;
  readonly verdict: Verdict;
}

/** Every role, every operation that the system describes, and own, sibling's, parent's and child's objects. */
describe('who may do what', () => {
  const city = City.running();
  let surface: Surface;
  let people: Person[];
  let cases: Case[];
  let calls: Call[];
  let covered: Operation[];

  const ask = async (operation: Operation, client: HttpClient, aim?: Aim): Promise<Seen> => {
    const path = addressOf(operation.path, { service: 'routing', ...aim?.values });
    const body = ['GET', 'DELETE'].includes(operation.method) ? undefined : bodyFor(operation, aim);
    const headers = { ...NOTHING_IS_CHANGED, ...(body && { 'content-type': 'application/json' }) };
    const answer = await client.send(operation.method, path, body, headers);
    return { status: answer.status, code: String(answer.body?.type ?? '') };
  };
  const bodyFor = ({ body }: Operation, aim?: Aim) => JSON.stringify(aim && body ? bodyOf(body, surface) : {});
  const aimsAt = (operation: Operation) =>
    kindOf(operation)
      ? cases.map((about) => ({ relation: about.relation, aim: aimOf(operation, about) }))
      : [{ relation: undefined, aim: undefined }];

  beforeAll(async () => {
    surface = await surfaceOf(city);
    cases = await casesOf(city);
    people = await everyRole(city, cases[0]?.jobs.metrology.institutionId ?? '');
    covered = surface.operations.filter((operation) => !APART.includes(nameOf(operation)));
    calls = covered.flatMap((operation) =>
      people.flatMap((person) =>
        aimsAt(operation).map(({ relation, aim }) => {
          const verdict = expected(person, operation, aim);
          return { operation, person, relation, aim, verdict };
        }),
      ),
    );
  });

  it('every operation that is guarded names a permission of the policy', () => {
    const unknown = covered.filter(({ permission }) => permission !== undefined && !(permission in POLICY));

    expect(unknown.map(nameOf)).toEqual([]);
    expect(covered.length).toBeGreaterThan(150);
  });

  it('has every verdict for whoever the policy gives a limited reach', () => {
    const verdictsOf = (role: Role) =>
      [...new Set(calls.filter(({ person }) => person.role === role).map(({ verdict }) => verdict))].sort();

    for (const role of ROLES)
      expect({ role, verdicts: verdictsOf(role) }).toMatchObject({
        verdicts: expect.arrayContaining(['allowed', 'forbidden']) as string[],
      });
    for (const role of [
      'enterprise_owner',
      'enterprise_member',
      'lead',
      'technician',
      'reviewer',
      'approver',
    ] as const) {
      expect({ role, verdicts: verdictsOf(role) }).toMatchObject({
        verdicts: expect.arrayContaining(['hidden']) as string[],
      });
    }
    expect(verdictsOf('clerk')).toEqual(['allowed', 'forbidden', 'hidden', 'refused']);
  });

  it('nobody who is not signed in passes where a sign-in is wanted', async () => {
    const wrong: string[] = [];
    await together(covered, async (operation) => {
      const { status } = await ask(operation, city.anybody, aimsAt(operation)[0]?.aim);
      if ((status === 401) === operation.open) wrong.push(`${nameOf(operation)}: ${status}`);
    });

    expect(wrong).toEqual([]);
  });

  it('every answer is the one that the policy table gives', async () => {
    const wrong: string[] = [];
    await together(calls, async ({ operation, person, relation = '', aim, verdict }) => {
      const seen = await ask(operation, person.client, aim);
      if (agrees(verdict, seen, isThere(operation, aim))) return;
      wrong.push(`${person.role} ${nameOf(operation)} ${relation}: ${verdict}, but ${seen.status} ${seen.code}`);
    });

    expect(calls.length).toBeGreaterThan(3_000);
    expect(wrong.sort()).toEqual([]);
  });
});

/** True when everything that the address names exists. */
const isThere = ({ path }: Operation, aim: Aim | undefined): boolean =>
  aim !== undefined && [...path.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => name in aim.values);
