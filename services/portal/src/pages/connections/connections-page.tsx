import { Page } from '../../components/page.js';
import { useTexts } from '../../i18n/use-texts.js';
import { KeysPanel } from './keys-panel.js';
import { WebhooksPanel } from './webhooks-panel.js';

/** How an enterprise's own system files, reads, and is told. */
export function ConnectionsPage() {
  const { t } = useTexts();
  return (
    <Page title={t('connections.title')} lead={t('connections.lead')}>
      <KeysPanel />
      <WebhooksPanel />
    </Page>
  );
}
