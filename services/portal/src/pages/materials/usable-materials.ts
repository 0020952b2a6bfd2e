import { queryOptions } from '@tanstack/react-query';
import { listMaterials } from '../../api/materials.js';

const AS_MANY_AS_A_PAGE_HOLDS = 100;

/** What the library holds that can be handed in today, the newest version of each. */
export const usableMaterialsQuery = queryOptions({
  queryKey: ['materials', 'usable'],
  queryFn: async () => (await listMaterials({}, undefined, AS_MANY_AS_A_PAGE_HOLDS)).items,
  select: (materials) => materials.filter(({ unfit }) => unfit === undefined),
});
