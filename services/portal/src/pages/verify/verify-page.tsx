import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { verifyDeliverable, type VerifiedDeliverable } from '../../api/deliverables.js';
import { isApiError } from '../../api/problem.js';
import { ErrorSummary, type FormFault } from '../../components/error-summary.js';
import { Facts } from '../../components/facts.js';
import { Field } from '../../components/field.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { chinaDay, dayText } from '../../format/times.js';
import { useTexts } from '../../i18n/use-texts.js';

const route = getRouteApi('/verify');

/** Anyone with a number and its code learns whether a document is genuine; no log-in, no personal data. */
export function VerifyPage() {
  const { t } = useTexts();
  const asked = route.useSearch();
  const navigate = route.useNavigate();
  const [number, setNumber] = useState(asked.number ?? '');
  const [code, setCode] = useState(asked.code ?? '');
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const missing = [
      ...(number.trim() ? [] : [{ fieldId: 'verify.number', text: t('verify.numberMissing') }]),
      ...(code.trim() ? [] : [{ fieldId: 'verify.code', text: t('verify.codeMissing') }]),
    ];
    setFaults(missing);
    if (missing.length === 0) void navigate({ search: { number: number.trim(), code: code.trim() } });
  };
  return (
    <Page title={t('verify.title')} lead={t('verify.lead')} failed={faults.length > 0} narrow>
      <form className="panel form" onSubmit={submit} noValidate>
        <ErrorSummary faults={faults} />
        <Field id="verify.number" label={t('verify.number')} hint={t('verify.numberHint')} faults={faults}>
          <Input
            id="verify.number"
            autoCapitalize="characters"
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        </Field>
        <Field id="verify.code" label={t('verify.code')} hint={t('verify.codeHint')} faults={faults}>
          <Input id="verify.code" autoComplete="off" value={code} onChange={(event) => setCode(event.target.value)} />
        </Field>
        <Button type="primary" size="large" htmlType="submit">
          {t('verify.submit')}
        </Button>
      </form>
      {asked.number && asked.code && <Verdict number={asked.number} code={asked.code} />}
    </Page>
  );
}

function Verdict({ number, code }: { number: string; code: string }) {
  const { t } = useTexts();
  const query = useQuery({
    queryKey: ['verify', number, code],
    queryFn: () => verifyDeliverable(number, code),
    staleTime: 0,
  });
  if (query.data) return <Genuine found={query.data} />;
  if (isApiError(query.error, 404)) {
    return (
      <Notice tone="bad" title={t('verify.unknown')}>
        {t('verify.unknownDetail')}
      </Notice>
    );
  }
  if (query.isError) return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton lines={3} />;
}

function Genuine({ found }: { found: VerifiedDeliverable }) {
  const { t, name, language } = useTexts();
  const expired = Boolean(found.validUntil && found.validUntil < chinaDay(new Date()));
  return (
    <section className="panel" aria-live="polite">
      <Notice tone={expired ? 'warn' : 'good'} title={t(expired ? 'verify.expired' : 'verify.genuine')}>
        {t('verify.compare')}
      </Notice>
      <Facts
        facts={[
          [
            t('verify.number'),
            <span key="number" className="number">
              {found.number}
            </span>,
          ],
          [t('verify.document'), name(found.title)],
          [t('verify.issuer'), found.institutionName],
          [t('verify.holder'), found.holder],
          [t('deliverable.conclusion'), found.conclusion],
          [t('deliverable.issued'), dayText(found.issuedAt, language)],
          [t('deliverable.validUntil'), found.validUntil && dayText(found.validUntil, language)],
          [
            t('verify.hash'),
            <code key="hash" className="hash">
              {found.sha256}
            </code>,
          ],
        ]}
      />
    </section>
  );
}
