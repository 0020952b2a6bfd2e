import { Link } from '@tanstack/react-router';
import { useTexts } from '../../i18n/use-texts.js';
import type { BulkOutcome } from './bulk-outcome.js';

/** What became of each selected ticket. */
export function BulkResults({ outcome, onClose }: { outcome: BulkOutcome; onClose: () => void }) {
  const { t } = useTexts();
  const failed = outcome.rows.filter(({ fault }) => fault).length;
  const action = t(`bulk.action.${outcome.action}`);
  return (
    <section className={`notice notice-${failed > 0 ? 'warn' : 'good'} bulk-results`} role="status">
      <strong>{t('bulk.results', { action, done: outcome.rows.length - failed, failed })}</strong>
      <ul>
        {outcome.rows.map(({ id, ticketNo, fault }) => (
          <li key={id}>
            <Link to="/tickets/$id" params={{ id }} className="number">
              {ticketNo}
            </Link>{' '}
            {fault ? `${t('bulk.row.failed')}: ${fault}` : t('bulk.row.done')}
          </li>
        ))}
      </ul>
      <button type="button" className="plain-button" onClick={onClose}>
        {t('bulk.close')}
      </button>
    </section>
  );
}
