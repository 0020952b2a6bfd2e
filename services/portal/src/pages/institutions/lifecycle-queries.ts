import { queryOptions, useQuery } from '@tanstack/react-query';
import { readLifecycle, type Lifecycle } from '../../api/institution-lifecycle.js';
import { can } from '../../api/roles.js';
import { useMe } from '../../app/me.js';

const lifecycleQuery = (id: string) =>
  queryOptions({ queryKey: ['institutions', 'one', id, 'lifecycle'], queryFn: () => readLifecycle(id), retry: false });

/** Where a body stands and what may be done; undefined for those to whom that is not told. */
export function useLifecycle(id: string): Lifecycle | undefined {
  const me = useMe();
  const other = me?.organizationKind === 'institution' && me.organizationId !== id;
  return useQuery({ ...lifecycleQuery(id), enabled: can(me?.roles, 'institution-follow') && !other }).data;
}
