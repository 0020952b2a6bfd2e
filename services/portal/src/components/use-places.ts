import { useQuery } from '@tanstack/react-query';
import { useMe } from '../app/me.js';
import { nodesQuery, referencesQuery } from '../app/queries.js';
import { parksOf, placesOf, regionsOf, type Place } from './places.js';

/** Where one can file for: what the network serves, and for visitors, who may not read it, what the catalogue lists. */
export function usePlaces(regionCode: string): { regions: readonly Place[]; parks: readonly Place[] } {
  const me = useMe();
  const { data: nodes } = useQuery({ ...nodesQuery, enabled: Boolean(me) });
  const { data: listed = [] } = useQuery({ ...referencesQuery('places'), enabled: !me });
  if (me) return { regions: regionsOf(nodes ?? []), parks: parksOf(nodes ?? [], regionCode) };
  return { regions: placesOf(listed), parks: placesOf(listed.find(({ ref }) => ref === regionCode)?.items ?? []) };
}
