import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { TECHNICAL_DOMAINS } from '../../api/shapes.js';
import type { Ticket } from '../../api/tickets.js';
import { Field } from '../../components/field.js';
import { useTexts } from '../../i18n/use-texts.js';
import { decisionQuery } from './ticket-queries.js';

interface Props {
  readonly ticket: Ticket;
  readonly value: string;
  readonly onChange: (institutionId: string) => void;
}

/** The institution that will do the work: the proposed one, or another of those that may. */
export function InstitutionChoice({ ticket, value, onChange }: Props) {
  const { t } = useTexts();
  const technical = TECHNICAL_DOMAINS.some((domain) => domain === ticket.domain);
  const { data } = useQuery({ ...decisionQuery(ticket.id), enabled: technical });
  if (!technical) return <p className="soft">{t('ticket.ownWork')}</p>;
  const able = (data?.candidates ?? [])
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const proposed = { institutionId: ticket.institutionId ?? '', name: ticket.institutionName ?? '' };
  const known = able.some(({ institutionId }) => institutionId === proposed.institutionId);
  const offered = known || !proposed.institutionId ? able : [proposed, ...able];
  return (
    <Field id="action.institutionId" label={t('request.institution')} hint={t('ticket.institutionHint')}>
      <Select
        id="action.institutionId"
        value={value || undefined}
        placeholder={t('form.choose')}
        showSearch={{ optionFilterProp: 'label' }}
        options={offered.map(({ institutionId, name }) => ({
          value: institutionId,
          label: institutionId === ticket.institutionId ? t('ticket.proposed', { name }) : name,
        }))}
        onChange={onChange}
      />
    </Field>
  );
}
