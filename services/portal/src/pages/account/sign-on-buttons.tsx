import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { leaveFor, type SignOnProvider } from '../../api/single-sign-on.js';
import { providersQuery } from './providers-query.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

/** Other ways to sign in, where the installation has any. */
export function SignOnButtons({ redirect }: { redirect?: string | undefined }) {
  const { t } = useTexts();
  const providers = useQuery(providersQuery);
  if (!providers.data?.length) return null;
  return (
    <section className="panel form" aria-label={t('signOn.others')}>
      <h2>{t('signOn.others')}</h2>
      {providers.data.map((provider) => (
        <SignOnButton key={provider.id} provider={provider} redirect={redirect} />
      ))}
    </section>
  );
}

function SignOnButton({ provider, redirect }: { provider: SignOnProvider; redirect: string | undefined }) {
  const { t, name } = useTexts();
  const leave = useChange(() => leaveFor(provider.id, 'sign-in', redirect), { touches: [] });
  return (
    <>
      {leave.error && <ProblemPanel error={leave.error} />}
      <Button size="large" block loading={leave.isPending} onClick={() => leave.mutate()}>
        {t('signOn.by', { provider: name(provider.label) })}
      </Button>
      {provider.registers && <p className="soft">{t('signOn.registers')}</p>}
    </>
  );
}
