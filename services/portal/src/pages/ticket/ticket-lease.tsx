import { Button } from 'antd';
import { claimTicket, releaseTicket } from '../../api/queue.js';
import type { Role } from '../../api/roles.js';
import type { Me } from '../../api/session.js';
import type { Ticket } from '../../api/tickets.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { useChange } from '../../components/use-change.js';
import { useNow } from '../../components/use-now.js';
import { momentText } from '../../format/times.js';
import { useTexts } from '../../i18n/use-texts.js';

const MAY_RELEASE_ANY: readonly Role[] = ['lead', 'dispatcher'];

/** Who works on the ticket and until when, and the way to be that person. */
export function TicketLease({ ticket, me }: { ticket: Ticket; me: Me }) {
  const { t, language } = useTexts();
  const now = useNow();
  const touches = [['ticket', ticket.id], ['tickets']];
  const claim = useChange(() => claimTicket(ticket.id), { touches });
  const release = useChange(() => releaseTicket(ticket.id), { touches });
  const lease = ticket.lease && new Date(ticket.lease.until) > now ? ticket.lease : undefined;
  const until = lease ? momentText(lease.until, language) : '';
  const mine = lease?.holder === me.username;
  const mayRelease = lease && (mine || me.roles.some((role) => MAY_RELEASE_ANY.includes(role)));
  const error = claim.error ?? release.error;
  return (
    <section className="panel lease" aria-live="polite">
      <h2>{t('lease.title')}</h2>
      <p>{!lease ? t('lease.free') : t(mine ? 'lease.mine' : 'lease.other', { name: lease.holderName, until })}</p>
      {error && <ProblemPanel error={error} />}
      <div className="lease-buttons">
        {(!lease || mine) && (
          <Button loading={claim.isPending} onClick={() => claim.mutate()}>
            {t(mine ? 'lease.renew' : 'lease.claim')}
          </Button>
        )}
        {mayRelease && (
          <Button loading={release.isPending} onClick={() => release.mutate()}>
            {t('lease.release')}
          </Button>
        )}
      </div>
    </section>
  );
}
