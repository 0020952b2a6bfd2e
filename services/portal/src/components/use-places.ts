import { useQuery } from '@tanstack/react-query';
import { useMe } from '../app/me.js';
import { nodesQuery } from '../app/queries.js';
import { DISTRICTS } from './districts.js';
import { parksOf, regionsOf, type Place } from './places.js';

/** Where one can file for. Visitors, who may not read the network, get the districts without their parks. */
export function usePlaces(regionCode: string): { regions: readonly Place[]; parks: readonly Place[] } {
  const me = useMe();
  const { data: nodes } = useQuery({ ...nodesQuery, enabled: Boolean(me) });
  if (!nodes) return { regions: me ? [] : DISTRICTS, parks: [] };
  return { regions: regionsOf(nodes), parks: parksOf(nodes, regionCode) };
}
