import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { readResource } from '../../api/resources.js';
import { useTexts } from '../../i18n/use-texts.js';

const MINUTES = 60_000;

/** A resource by its name; many rows of the same one ask once. */
export function ResourceName({ id }: { id: string }) {
  const { t, name } = useTexts();
  const { data } = useQuery({
    queryKey: ['resources', 'one', id],
    queryFn: () => readResource(id),
    staleTime: 5 * MINUTES,
  });
  return (
    <Link to="/resources/$id" params={{ id }}>
      {data ? name(data.value.name) : t('resource.one')}
    </Link>
  );
}
