import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { readDeliverable, saveDeliverable } from '../api/deliverables.js';
import type { Deliverable } from '../api/requests.js';
import type { Domain } from '../api/shapes.js';
import { dayText } from '../format/times.js';
import { useTexts } from '../i18n/use-texts.js';
import { ProblemPanel } from './problem-panel.js';

interface Props {
  readonly domain: Domain;
  readonly deliverables: readonly Deliverable[];
}

/** Certificates, reports and notices that were issued, to download and to verify. */
export function Deliverables({ domain, deliverables }: Props) {
  return (
    <ul className="deliverables">
      {deliverables.map((deliverable) => (
        <li key={deliverable.number}>
          <DeliverableCard domain={domain} deliverable={deliverable} />
        </li>
      ))}
    </ul>
  );
}

function DeliverableCard({ domain, deliverable }: { domain: Domain; deliverable: Deliverable }) {
  const { t, name, word, language } = useTexts();
  const verifyCode = useVerifyCode(domain, deliverable);
  const save = useMutation({ mutationFn: () => saveDeliverable(domain, deliverable) });
  const { number, title, kind, conclusion, issuedAt, validUntil } = deliverable;
  return (
    <div className="deliverable">
      <div>
        <strong>{name(title) || word(`deliverable.${kind}`, kind)}</strong>
        <div className="number">
          {number}
          {verifyCode && ` · ${t('verify.code')} ${verifyCode}`}
        </div>
        <div className="soft">
          {conclusion && `${t('deliverable.conclusion')} ${conclusion} · `}
          {t('deliverable.issued')} {dayText(issuedAt, language)}
          {validUntil && ` · ${t('deliverable.validUntil')} ${dayText(validUntil, language)}`}
        </div>
      </div>
      <div className="deliverable-links">
        <Button onClick={() => save.mutate()} loading={save.isPending}>
          {t('deliverable.download')}
        </Button>
        <Link to="/verify" search={{ number, code: verifyCode }}>
          {t('deliverable.verify')}
        </Link>
      </div>
      {save.isError && <ProblemPanel error={save.error} />}
    </div>
  );
}

/** The code that is printed beside the number; a request's list leaves it to the domain. */
function useVerifyCode(domain: Domain, { id, verifyCode }: Deliverable): string | undefined {
  const { data } = useQuery({
    queryKey: ['deliverable', domain, id],
    queryFn: () => readDeliverable(domain, id),
    enabled: verifyCode === undefined,
    staleTime: Infinity,
    retry: false,
  });
  return verifyCode ?? data?.verifyCode;
}
