import { useState } from 'react';
import { addMaterial, MATERIAL_KINDS, type Material, type MaterialKind } from '../../api/materials.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { Field } from '../../components/field.js';
import { ChoiceInput, TextInput } from '../../components/inputs.js';
import { useCreation } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { titleFrom } from './title-from.js';

/** What the browser's file dialog offers; the service looks at the bytes. */
const TYPES = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.csv,.txt';

interface Props {
  /** Of which document this is the next version. */
  readonly of?: Pick<Material, 'title' | 'kind'>;
  readonly onAdded: (material: Material) => void;
  readonly onClose: () => void;
}

/** Takes a file into the library and shows how far it is; what the service refuses it says in words. */
export function UploadForm({ of, onAdded, onClose }: Props) {
  const { t } = useTexts();
  const [file, setFile] = useState<File>();
  const [facts, setFacts] = useState({
    title: of?.title ?? '',
    kind: of?.kind ?? ('licence' as MaterialKind),
    validFrom: '',
    validUntil: '',
  });
  const [share, setShare] = useState(0);
  const contentOf = () => ({ ...facts, title: facts.title.trim(), file: [file?.name, file?.size, file?.lastModified] });
  const save = useCreation(
    contentOf,
    ({ file: _named, ...said }, key) => {
      setShare(0);
      return addMaterial(said, file as File, key, setShare);
    },
    { touches: [['materials']], onDone: onAdded },
  );
  const faults = faultsOf(save.error, 'material');
  const set = (changes: Partial<typeof facts>) => setFacts({ ...facts, ...changes });
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    save.reset();
    if (chosen && !of && facts.title === '') set({ title: titleFrom(chosen.name) });
  };
  return (
    <ActionModal
      open
      title={of ? t('library.nextVersion', { title: of.title }) : t('library.add')}
      confirm={t('library.upload')}
      disabled={!file || facts.title.trim() === ''}
      mutation={save}
      onClose={onClose}
    >
      <Field id="material.file" label={t('library.file')} hint={t('library.fileHint')}>
        <input id="material.file" type="file" accept={TYPES} onChange={(event) => choose(event.target.files?.[0])} />
      </Field>
      {!of && (
        <>
          <TextInput
            id="material.title"
            label={t('library.title')}
            hint={t('library.titleHint')}
            max={120}
            value={facts.title}
            faults={faults}
            onChange={(title) => set({ title })}
          />
          <ChoiceInput
            id="material.kind"
            label={t('library.kind')}
            value={facts.kind}
            options={MATERIAL_KINDS.map((kind) => ({ value: kind, label: t(`material.kind.${kind}`) }))}
            faults={faults}
            onChange={(kind) => set({ kind: kind as MaterialKind })}
          />
        </>
      )}
      {(['validFrom', 'validUntil'] as const).map((field) => (
        <TextInput
          key={field}
          id={`material.${field}`}
          label={t(`library.${field}`)}
          type="date"
          optional
          value={facts[field]}
          faults={faults}
          onChange={(day) => set({ [field]: day })}
        />
      ))}
      {save.isPending && <Progress share={share} />}
    </ActionModal>
  );
}

function Progress({ share }: { share: number }) {
  const { t } = useTexts();
  const percent = Math.round(share * 100);
  return (
    <div role="status">
      <progress className="upload-progress" max={100} value={percent} aria-label={t('library.progress', { percent })} />
      <div className="soft">{share < 1 ? t('library.progress', { percent }) : t('library.checking')}</div>
    </div>
  );
}
