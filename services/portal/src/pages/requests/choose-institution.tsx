import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import type { RequestItem, ServiceRequest } from '../../api/requests.js';
import { TECHNICAL_DOMAINS } from '../../api/shapes.js';
import { chooseInstitution, readProposals } from '../../api/tickets.js';
import { useCan } from '../../app/me.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { placeIn, useFormFaults } from '../../components/use-form-faults.js';
import { useTexts } from '../../i18n/use-texts.js';

/** Where law leaves it to the client: the ranked bodies, one of which the client picks. */
export function ChooseInstitution({ request, item }: { request: ServiceRequest; item: RequestItem }) {
  const { t, name } = useTexts();
  const cache = useQueryClient();
  const isClient = useCan('rate');
  const [picked, setPicked] = useState<string>();
  const { faults, traceId, showError } = useFormFaults(placeIn('choice'));
  const ticketId = item.ticketId ?? '';
  const waits =
    item.status === 'ROUTED' && !item.institutionName && TECHNICAL_DOMAINS.some((one) => one === item.domain);
  const { data } = useQuery({
    queryKey: ['ticket', ticketId, 'proposals'],
    queryFn: () => readProposals(ticketId),
    enabled: isClient && waits && ticketId !== '',
    retry: false,
  });
  const choose = useMutation({
    mutationFn: (institutionId: string) => chooseInstitution(ticketId, institutionId, data?.etag),
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: ['ticket', ticketId, 'proposals'] });
      void cache.invalidateQueries({ queryKey: ['request', request.id] });
    },
    onError: showError,
  });
  if (!waits || !data?.value.awaited) return null;
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (picked !== undefined) choose.mutate(picked);
  };
  return (
    <form className="notice notice-warn" onSubmit={submit}>
      <ErrorSummary faults={faults} traceId={traceId} />
      <fieldset className="group" id={`choice.${item.id}`} tabIndex={-1}>
        <legend className="group-title">{t('request.choose')}</legend>
        {data.value.items.map(({ institutionId, name: body, kilometres, reasons, cautions }) => (
          <div key={institutionId}>
            <Radio
              name={`choice.${item.id}`}
              value={institutionId}
              checked={picked === institutionId}
              onChange={() => setPicked(institutionId)}
            >
              {body}
            </Radio>
            <div className="soft">
              {[...reasons.map(name), ...(kilometres === undefined ? [] : [`${Math.round(kilometres)} km`])].join(
                ' · ',
              )}
            </div>
            {cautions.length > 0 && <div className="soft">{cautions.map(name).join(' · ')}</div>}
          </div>
        ))}
      </fieldset>
      <Button type="primary" htmlType="submit" disabled={picked === undefined} loading={choose.isPending}>
        {t('request.confirmChoice')}
      </Button>
    </form>
  );
}
