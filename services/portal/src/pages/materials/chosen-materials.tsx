import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../i18n/use-texts.js';
import { usableMaterialsQuery } from './usable-materials.js';

/** The documents that will go along; one that can no longer be handed in is said to be missing. */
export function ChosenMaterials({ ids }: { ids: readonly string[] }) {
  const { t } = useTexts();
  const { data } = useQuery(usableMaterialsQuery);
  if (!data) return null;
  return (
    <>
      <h3>{t('material.title')}</h3>
      <ul>
        {ids.map((id) => {
          const material = data.find((known) => known.id === id);
          return (
            <li key={id}>
              {material
                ? `${material.title} · ${t('material.version', { version: material.version })}`
                : t('library.gone')}
            </li>
          );
        })}
      </ul>
    </>
  );
}
