import { Link, useNavigate } from '@tanstack/react-router';
import { signOut } from '../api/auth.js';
import type { Me } from '../api/session.js';
import { Disclosure } from '../components/disclosure.js';
import { LineIcon } from '../components/line-icon.js';
import { useTexts } from '../i18n/use-texts.js';

export function UserMenu({ me }: { me: Me | null | undefined }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  if (!me) {
    return (
      <Link to="/login" className="tool">
        <LineIcon name="person" />
        {t('shell.signIn')}
      </Link>
    );
  }
  const leave = async () => {
    await signOut();
    await navigate({ to: '/' });
  };
  const button = (
    <>
      <LineIcon name="person" />
      <span className="wide">{me.displayName || me.username}</span>
    </>
  );
  return (
    <Disclosure className="menu" label={t('shell.account', { name: me.displayName || me.username })} button={button}>
      <div className="menu-panel">
        <div className="who">
          <strong>{me.displayName || me.username}</strong>
          <div className="soft">{me.organizationName}</div>
          <div className="soft">{me.roles.map((role) => t(`role.${role}`)).join(' · ')}</div>
        </div>
        <Link to="/account" className="tool">
          {t('credentials.account')}
        </Link>
        <button type="button" className="tool" onClick={() => void leave()}>
          {t('shell.signOut')}
        </button>
      </div>
    </Disclosure>
  );
}
