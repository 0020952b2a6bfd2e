import type { QueryKey } from '@tanstack/react-query';
import type { MemberChange } from '../api/network.js';
import type { Page } from '../api/shapes.js';
import { useCan } from '../app/me.js';
import { useTexts, type Texts } from '../i18n/use-texts.js';
import { More } from './more.js';
import { PagesView } from './pages-view.js';
import { Timeline } from './timeline.js';
import { usePages } from './use-pages.js';

interface Props {
  readonly queryKey: QueryKey;
  readonly read: (cursor?: string) => Promise<Page<MemberChange>>;
}

/** Who changed an office or an institution, when and why; for those who oversee the system. */
export function MemberHistory(props: Props) {
  return useCan('network-history') ? <History {...props} /> : null;
}

function History({ queryKey, read }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const query = usePages(queryKey, read);
  return (
    <section className="panel">
      <h2>{t('network.history')}</h2>
      <PagesView query={query} empty={<p className="soft">{t('network.noHistory')}</p>}>
        {(changes) => (
          <>
            <Timeline
              steps={changes.map(({ version, at, actor, action, reason, networkVersion }) => ({
                key: String(version),
                at,
                title: titleOf(action, texts),
                detail: [actor, reason, t('network.madeVersion', { version: networkVersion })]
                  .filter(Boolean)
                  .join(' · '),
              }))}
            />
            <More query={query} />
          </>
        )}
      </PagesView>
    </section>
  );
}

const ALONG_WITH = 'with ';

/** An office also changes when another one takes over or gives up what it covers. */
const titleOf = (action: string, { t, word }: Texts): string =>
  action.startsWith(ALONG_WITH)
    ? t('network.alongWith', { code: action.slice(ALONG_WITH.length) })
    : word(`memberAction.${action}`, action);
