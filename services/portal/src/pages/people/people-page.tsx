import { useCan } from '../../app/me.js';
import { Page } from '../../components/page.js';
import { useTexts } from '../../i18n/use-texts.js';
import { DelegationsPanel } from './delegations-panel.js';
import { InvitationsPanel } from './invitations-panel.js';

/** Who joins an enterprise, and who acts for it from outside. */
export function PeoplePage() {
  const { t } = useTexts();
  const keeps = useCan('connections');
  return (
    <Page title={t('people.title')} lead={t('people.lead')}>
      {keeps && <InvitationsPanel />}
      <DelegationsPanel keeps={keeps} />
    </Page>
  );
}
