import type { PasswordLink } from '../../api/accounts.js';
import { Moment } from '../../components/moment.js';
import { ToldOnce } from '../../components/told-once.js';
import { useTexts } from '../../i18n/use-texts.js';

/** The one time that a link is shown. */
export function LinkShown({ link, username, onClose }: { link: PasswordLink; username: string; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <ToldOnce
      title={t('accounts.link', { username })}
      explain={t('accounts.linkExplain')}
      text={`${window.location.origin}/password-link#${link.token}`}
      onClose={onClose}
    >
      <p className="soft">
        {t('accounts.linkUntil')} <Moment at={link.expiresAt} full />
      </p>
    </ToldOnce>
  );
}
