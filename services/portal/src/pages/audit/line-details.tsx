import type { AuditLine } from '../../api/audit.js';
import { Facts } from '../../components/facts.js';
import { useTexts } from '../../i18n/use-texts.js';

/** What changed, and what finds the line again elsewhere. */
export function LineDetails({ line }: { line: AuditLine }) {
  const { t } = useTexts();
  const { actor, reason, traceId, before, after, details } = line;
  const changes = (
    [
      ['before', before],
      ['after', after],
      ['details', details],
    ] as const
  ).filter(([, values]) => values !== undefined);
  return (
    <details>
      <summary>{t('audit.show')}</summary>
      <Facts
        facts={[
          [t('network.reason'), reason],
          [t('accounts.organization'), actor?.organizationId],
          [t('accounts.roles'), actor?.roles.map((role) => t(`role.${role}`)).join(t('state.and'))],
          [t('state.traceId'), traceId && <code key="trace">{traceId}</code>],
        ]}
      />
      {changes.map(([name, values]) => (
        <div key={name}>
          <div className="soft">{t(`audit.${name}`)}</div>
          <pre className="sent-body" tabIndex={0} aria-label={t(`audit.${name}`)}>
            {JSON.stringify(values, null, 2)}
          </pre>
        </div>
      ))}
    </details>
  );
}
