import { Link } from '@tanstack/react-router';
import type { FinderProposal } from '../../api/finder.js';
import { useTexts } from '../../i18n/use-texts.js';

/** What fits the answers, each with why; who finds nothing says it in words. */
export function Proposals({ proposals }: { proposals: readonly FinderProposal[] }) {
  const { t } = useTexts();
  return (
    <section className="panel">
      <h2>{t('finder.proposals', { count: proposals.length })}</h2>
      <ul className="cards">
        {proposals.map((proposal) => (
          <Proposal key={proposal.code} proposal={proposal} />
        ))}
      </ul>
      <p>
        {t('finder.nothingFits')} <Link to="/demands/new">{t('finder.inWords')}</Link>
      </p>
    </section>
  );
}

function Proposal({
  proposal: { kind, code, name: title, reason, promisedDays, inTime },
}: {
  proposal: FinderProposal;
}) {
  const { t, name } = useTexts();
  return (
    <li className="card">
      <span className="card-tags">
        {kind === 'package' ? (
          <Link to="/file" search={{ package: code }} className="card-link">
            {name(title)}
          </Link>
        ) : (
          <Link to="/services/$code" params={{ code }} className="card-link">
            {name(title)}
          </Link>
        )}
        {kind === 'package' && <span className="tag tag-brand">{t('finder.package')}</span>}
        {inTime !== undefined && (
          <span className={inTime ? 'tag tag-good' : 'tag tag-warn'}>
            {t(inTime ? 'finder.inTime' : 'finder.late')}
          </span>
        )}
      </span>
      <span>{name(reason)}</span>
      <span className="soft">{t('finder.days', { days: promisedDays })}</span>
    </li>
  );
}
