import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { isApiError } from '../../api/problem.js';
import { trackRequest, type TrackedRequest } from '../../api/tracking.js';
import { ErrorSummary, type FormFault } from '../../components/error-summary.js';
import { Facts } from '../../components/facts.js';
import { Field } from '../../components/field.js';
import { Moment } from '../../components/moment.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { StatusTag } from '../../components/status-tag.js';
import { useTexts } from '../../i18n/use-texts.js';
import '../../styles/filing.css';

const route = getRouteApi('/track');

/** Anyone with a receipt learns how far its request is; no log-in, no personal data. */
export function TrackPage() {
  const { t } = useTexts();
  const asked = route.useSearch();
  const navigate = route.useNavigate();
  const [number, setNumber] = useState(asked.number ?? '');
  const [code, setCode] = useState(asked.code ?? '');
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const missing = [
      ...(number.trim() ? [] : [{ fieldId: 'track.number', text: t('track.numberMissing') }]),
      ...(code.trim() ? [] : [{ fieldId: 'track.code', text: t('track.codeMissing') }]),
    ];
    setFaults(missing);
    if (missing.length === 0) void navigate({ search: { number: number.trim(), code: code.trim() } });
  };
  return (
    <Page title={t('track.title')} lead={t('track.lead')} failed={faults.length > 0} narrow>
      <form className="panel form no-print" onSubmit={submit} noValidate>
        <ErrorSummary faults={faults} />
        <Field id="track.number" label={t('filed.number')} hint={t('track.numberHint')} faults={faults}>
          <Input
            id="track.number"
            autoCapitalize="characters"
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        </Field>
        <Field id="track.code" label={t('track.code')} hint={t('track.codeHint')} faults={faults}>
          <Input id="track.code" autoComplete="off" value={code} onChange={(event) => setCode(event.target.value)} />
        </Field>
        <Button type="primary" size="large" htmlType="submit">
          {t('track.submit')}
        </Button>
      </form>
      {asked.number && asked.code && <Found number={asked.number} code={asked.code} />}
    </Page>
  );
}

function Found({ number, code }: { number: string; code: string }) {
  const { t } = useTexts();
  const query = useQuery({
    queryKey: ['track', number, code],
    queryFn: () => trackRequest(number, code),
    staleTime: 0,
  });
  if (query.data) return <Progress request={query.data} />;
  if (isApiError(query.error, 404)) {
    return (
      <Notice tone="bad" title={t('track.unknown')}>
        {t('track.unknownDetail')}
      </Notice>
    );
  }
  if (query.isError) return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton lines={3} />;
}

function Progress({ request }: { request: TrackedRequest }) {
  const { t, name } = useTexts();
  const { promise } = request;
  return (
    <section className="panel" aria-live="polite">
      <div className="panel-head">
        <h2 className="number">{request.requestNo}</h2>
        <StatusTag of="request" value={request.status} />
      </div>
      <p>{name(request.nextStep)}</p>
      <Facts
        facts={[
          [t('request.filedAt'), <Moment key="filed" at={request.filedAt} full />],
          [t('track.promise'), promise && <Moment key="promise" at={promise.dueAt} full />],
          [t('request.completedAt'), request.completedAt && <Moment key="done" at={request.completedAt} full />],
        ]}
      />
      <ul className="filed-items">
        {request.items.map((item, index) => (
          <li key={index}>
            <strong>{name(item.serviceName)}</strong>
            <StatusTag of="item" value={item.status} />
            {item.completeDueAt && (
              <span>
                {t('filed.promise')} <Moment at={item.completeDueAt} full />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
