import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { session } from '../api/session.js';
import { useTexts } from '../i18n/use-texts.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { meQuery } from './me.js';
import { SectionNav } from './section-nav.js';
import { useLiveStream } from './use-live.js';
import { useOnline } from './use-online.js';

/** What surrounds every page. */
export function Shell() {
  const { t } = useTexts();
  const main = useRef<HTMLElement>(null);
  const online = useOnline();
  useSessionEnd();
  useLiveStream();
  return (
    <>
      <a className="skip" href="#main" onClick={() => main.current?.focus()}>
        {t('shell.skip')}
      </a>
      <Header />
      <SectionNav />
      {!online && (
        <div className="offline" role="status">
          {t('shell.offline')}
        </div>
      )}
      <main id="main" className="main" ref={main} tabIndex={-1}>
        <FreshPage>
          <Outlet />
        </FreshPage>
      </main>
      <Footer />
    </>
  );
}

/** Remounts nothing, but brings a new page into view and its heading to screen readers. */
function FreshPage({ children }: { children: React.ReactNode }) {
  const router = useRouter();
  const [first, setFirst] = useState(true);
  useEffect(
    () =>
      router.subscribe('onResolved', ({ pathChanged }) => {
        if (!pathChanged) return;
        if (first) return setFirst(false);
        document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
      }),
    [router, first],
  );
  return children;
}

/** When the session ends anywhere, nothing of it stays on the screen. */
function useSessionEnd(): void {
  const cache = useQueryClient();
  const router = useRouter();
  useEffect(
    () =>
      session.onEnd(() => {
        cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
        cache.setQueryData(meQuery.queryKey, null);
        void router.invalidate();
      }),
    [cache, router],
  );
}
