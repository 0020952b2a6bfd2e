import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Me } from '../../api/session.js';
import { comeBack, wantedPlace } from '../../api/single-sign-on.js';
import { meQuery } from '../../app/me.js';
import { startFor } from '../../app/nav.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { QueryView } from '../../components/query-view.js';
import { useTexts } from '../../i18n/use-texts.js';
import { SignOnCodeForm } from './sign-on-code-form.js';
import { SignOnRegistrationForm } from './sign-on-registration-form.js';

/** Where a provider sends people back to. */
export function SignOnPage() {
  const { t } = useTexts();
  const cache = useQueryClient();
  const router = useRouter();
  const [said] = useState(() => new URLSearchParams(window.location.search));
  // Handed in once for this address, however often the page is drawn: a second time it is refused.
  const back = useQuery({
    queryKey: ['sign-on', said.get('state')],
    queryFn: async () => (await comeBack(said)) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const enter = (me: Me) => {
    cache.setQueryData(meQuery.queryKey, me);
    router.history.replace(wantedPlace() ?? startFor(me.roles));
  };
  useEffect(() => {
    if (back.data?.outcome === 'SIGNED_IN') enter(back.data.me);
    if (back.data?.outcome === 'LINKED') router.history.replace('/account');
  }, [back.data]);
  return (
    <Page title={t('signOn.title')} failed={back.isError} narrow>
      {(back.isError || back.data === null) && <Link to="/login">{t('signOn.again')}</Link>}
      <QueryView query={back}>
        {(outcome) => {
          if (!outcome) return <Notice tone="warn" title={t('signOn.nobodyLeft')} />;
          if (outcome.outcome === 'CODE_NEEDED') return <SignOnCodeForm ticket={outcome.ticket} onEnter={enter} />;
          if (outcome.outcome === 'REGISTRATION')
            return <SignOnRegistrationForm ticket={outcome.ticket} enterprise={outcome.enterprise} onEnter={enter} />;
          return <Notice title={t('signOn.entering')} />;
        }}
      </QueryView>
    </Page>
  );
}
