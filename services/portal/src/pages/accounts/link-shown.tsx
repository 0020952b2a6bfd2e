import { Input, Modal } from 'antd';
import type { PasswordLink } from '../../api/accounts.js';
import { Moment } from '../../components/moment.js';
import { useTexts } from '../../i18n/use-texts.js';

/** The one time that a link is shown. */
export function LinkShown({ link, username, onClose }: { link: PasswordLink; username: string; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Modal open title={t('accounts.link', { username })} footer={null} onCancel={onClose} destroyOnHidden>
      <p>{t('accounts.linkExplain')}</p>
      <Input.TextArea
        readOnly
        rows={3}
        aria-label={t('accounts.link', { username })}
        value={`${window.location.origin}/password-link#${link.token}`}
      />
      <p className="soft">
        {t('accounts.linkUntil')} <Moment at={link.expiresAt} full />
      </p>
    </Modal>
  );
}
