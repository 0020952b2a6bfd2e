import { queryOptions, useQuery } from '@tanstack/react-query';
import { whoAmI } from '../api/auth.js';
import type { Ability } from '../api/roles.js';
import { can } from '../api/roles.js';
import type { Me } from '../api/session.js';

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: whoAmI, staleTime: Infinity, gcTime: Infinity });

/** Who is signed in; undefined while that is not known, null when nobody is. */
export const useMe = (): Me | null | undefined => useQuery(meQuery).data;

export const useCan = (ability: Ability): boolean => can(useMe()?.roles, ability);
