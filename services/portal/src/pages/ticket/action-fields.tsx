import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import type { Ticket, TicketAction } from '../../api/tickets.js';
import { nodesQuery } from '../../app/queries.js';
import { Field } from '../../components/field.js';
import { useTexts } from '../../i18n/use-texts.js';
import { overrides, PAUSE_REASONS, type Answers } from './action-body.js';
import { InstitutionChoice } from './institution-choice.js';

interface Props {
  readonly action: TicketAction;
  readonly ticket: Ticket;
  readonly answers: Answers;
  readonly onChange: (answers: Answers) => void;
}

type TextName = 'reason' | 'missing' | 'note' | 'resolution' | 'assignee';

/** What each action asks for. */
export function ActionFields({ action, ticket, answers, onChange }: Props) {
  const { t } = useTexts();
  const change = (changes: Partial<Answers>) => onChange({ ...answers, ...changes });
  const text = (name: TextName, rows: number, optional = false) => (
    <Field
      id={`action.${name}`}
      label={t(`ticketField.${name}`)}
      hint={name === 'missing' ? t('ticketField.missingHint') : undefined}
      optional={optional}
    >
      <Input.TextArea
        id={`action.${name}`}
        rows={rows}
        maxLength={1_000}
        value={answers[name]}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Field>
  );
  switch (action) {
    case 'accept':
      return (
        <>
          <InstitutionChoice
            ticket={ticket}
            value={answers.institutionId}
            onChange={(institutionId) => change({ institutionId })}
          />
          {overrides(answers, ticket) && ticket.institutionId && text('reason', 2)}
        </>
      );
    case 'assign':
      return text('assignee', 1);
    case 'transfer':
      return (
        <>
          <NodeChoice except={ticket.nodeCode} value={answers.nodeCode} onChange={(nodeCode) => change({ nodeCode })} />
          {text('reason', 3)}
        </>
      );
    case 'escalate':
      return text('reason', 3);
    case 'return':
      return text('missing', 5);
    case 'pause':
      return (
        <>
          <Field id="action.reasonCode" label={t('ticketField.reasonCode')}>
            <Select
              id="action.reasonCode"
              value={answers.reasonCode || undefined}
              placeholder={t('form.choose')}
              options={PAUSE_REASONS.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
              onChange={(reasonCode) => change({ reasonCode })}
            />
          </Field>
          {text('note', 2, true)}
        </>
      );
    case 'resume':
      return text('note', 2, true);
    case 'resolve':
      return text('resolution', 5);
  }
}

interface NodeChoiceProps {
  readonly except: string;
  readonly value: string;
  readonly onChange: (nodeCode: string) => void;
}

function NodeChoice({ except, value, onChange }: NodeChoiceProps) {
  const { t, name } = useTexts();
  const { data: nodes = [] } = useQuery(nodesQuery);
  return (
    <Field id="action.nodeCode" label={t('ticketField.nodeCode')}>
      <Select
        id="action.nodeCode"
        value={value || undefined}
        placeholder={t('form.choose')}
        showSearch={{ optionFilterProp: 'label' }}
        options={nodes
          .filter(({ code }) => code !== except)
          .map((node) => ({ value: node.code, label: name(node.name) }))}
        onChange={onChange}
      />
    </Field>
  );
}
