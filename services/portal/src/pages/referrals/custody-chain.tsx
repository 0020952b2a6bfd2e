import type { ReferralEvent } from '../../api/referrals.js';
import { Timeline } from '../../components/timeline.js';
import { useNodeName } from '../../components/use-node-name.js';
import { useTexts } from '../../i18n/use-texts.js';

/** The hands through which the thing itself goes. */
const CUSTODY = ['DISPATCHED', 'RECEIVED', 'RETURNED', 'CLOSED'];

/** Every step, newest first; those of the chain of custody say so. */
export function CustodyChain({ history }: { history: readonly ReferralEvent[] }) {
  const { t, word } = useTexts();
  const nodeName = useNodeName();
  return (
    <section className="panel">
      <h2>{t('referral.chain')}</h2>
      <Timeline
        steps={[...history].reverse().map((event, index) => ({
          key: String(history.length - index),
          at: event.at,
          title: (
            <span className="card-tags">
              {word(`referralStep.${event.step}`, event.step)}
              {CUSTODY.includes(event.step) && <span className="tag tag-plain">{t('referral.custody')}</span>}
            </span>
          ),
          detail: [
            nodeName(event.office),
            event.actor === 'system' ? t('ticket.system') : event.actor,
            event.reasonCode && word(`declineReason.${event.reasonCode}`, event.reasonCode),
            event.note,
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </section>
  );
}
