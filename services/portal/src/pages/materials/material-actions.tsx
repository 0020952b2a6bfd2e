import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { retireMaterial, saveOwnMaterial, type Material } from '../../api/materials.js';
import { ActionModal } from '../../components/action-modal.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { UploadForm } from './upload-form.js';

/** What its owner can do with a document. */
export function MaterialActions({ material }: { material: Material }) {
  const { t } = useTexts();
  const [asked, setAsked] = useState<'version' | 'retire'>();
  const close = () => setAsked(undefined);
  const save = useMutation({ mutationFn: () => saveOwnMaterial(material) });
  const retire = useChange(() => retireMaterial(material), { touches: [['materials']], onDone: close });
  return (
    <span className="form-foot">
      <Button size="small" loading={save.isPending} onClick={() => save.mutate()}>
        {t('material.download')}
      </Button>
      {!material.retiredAt && (
        <>
          {!material.document && (
            <Button size="small" onClick={() => setAsked('version')}>
              {t('library.newVersion')}
            </Button>
          )}
          <Button size="small" danger onClick={() => setAsked('retire')}>
            {t('library.retire')}
          </Button>
        </>
      )}
      {save.isError && <ProblemPanel error={save.error} />}
      {asked === 'version' && <UploadForm of={material} onAdded={close} onClose={close} />}
      <ActionModal
        open={asked === 'retire'}
        title={t('library.retireOf', { title: material.title })}
        confirm={t('library.retire')}
        danger
        mutation={retire}
        onClose={close}
      >
        <p>{t('library.retireExplain')}</p>
      </ActionModal>
    </span>
  );
}
