import type { Audience, LiveUpdate, Principal } from '@nqi/platform';

const organization = (id: string): string => `organization ${id}`;
const office = (path: string): string => `office ${path}`;

/** Places where an update is called out: its organisation, and its office with every office above. */
export function placesOf({ organizationId, nodePath }: Audience): string[] {
  const codes = nodePath?.split('/') ?? [];
  const offices = codes.map((_, depth) => office(codes.slice(0, depth + 1).join('/')));
  return [...(organizationId ? [organization(organizationId)] : []), ...offices];
}

/** Places where a caller listens: the own organisation, and for staff of an office that office; nowhere for agents. */
export function placesFor({ organizationId, organizationKind, nodePath, acting }: Principal): string[] {
  if (acting) return [];
  const staff = organizationKind === 'node' && nodePath !== undefined;
  return [organization(organizationId), ...(staff ? [office(nodePath)] : [])];
}

/** Reads a message of the live channel; undefined for anything that is not an update. */
export function readLiveUpdate(message: string): LiveUpdate | undefined {
  try {
    const update = JSON.parse(message) as Partial<LiveUpdate> | null;
    const { audience, subject, id, cause } = update ?? {};
    const texts = [subject, id, cause].every((text) => typeof text === 'string');
    const places = [audience?.organizationId, audience?.nodePath];
    const addressed = places.every((place) => place === undefined || typeof place === 'string') && places.some(Boolean);
    return texts && addressed ? (update as LiveUpdate) : undefined;
  } catch {
    return undefined;
  }
}
