import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { saveMaterial, type AttachedMaterial } from '../api/materials.js';
import { dayText } from '../format/times.js';
import { useTexts } from '../i18n/use-texts.js';
import { ProblemPanel } from './problem-panel.js';

/** What the enterprise handed in with an item, in the versions that it named. */
export function AttachedMaterials({ materials }: { materials: readonly AttachedMaterial[] }) {
  return (
    <ul className="deliverables">
      {materials.map((material) => (
        <li key={material.id}>
          <MaterialCard material={material} />
        </li>
      ))}
    </ul>
  );
}

function MaterialCard({ material }: { material: AttachedMaterial }) {
  const { t, language } = useTexts();
  const save = useMutation({ mutationFn: () => saveMaterial(material) });
  const { title, version, kind, attachedAt } = material;
  return (
    <div className="deliverable">
      <div>
        <strong>{title}</strong>
        <div className="soft">
          {t(`material.kind.${kind}`)} · {t('material.version', { version })} · {t('material.attached')}{' '}
          {dayText(attachedAt, language)}
        </div>
      </div>
      <div className="deliverable-links">
        <Button onClick={() => save.mutate()} loading={save.isPending}>
          {t('material.download')}
        </Button>
      </div>
      {save.isError && <ProblemPanel error={save.error} />}
    </div>
  );
}
