import { removeView, type QueueView } from '../../api/queue.js';
import { ActionModal } from '../../components/action-modal.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

export function RemoveView({ view, onClose }: { view: QueueView; onClose: () => void }) {
  const { t } = useTexts();
  const remove = useChange(() => removeView(view), { touches: [['tickets', 'views']], onDone: onClose });
  return (
    <ActionModal
      open
      title={t('views.removeTitle')}
      confirm={t('views.removeConfirm')}
      danger
      mutation={remove}
      onClose={onClose}
    >
      <p>{t('views.removeExplain', { name: view.name })}</p>
      {view.shared && <p>{t('views.removeShared')}</p>}
    </ActionModal>
  );
}
