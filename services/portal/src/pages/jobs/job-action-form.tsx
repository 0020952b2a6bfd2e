import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { actOnJob, type Job, type JobAction } from '../../api/jobs.js';
import { isApiError } from '../../api/problem.js';
import type { FormData } from '../../api/shapes.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { placeIn, useFormFaults } from '../../components/use-form-faults.js';
import { breachInWords, checkForm } from '../../forms/check-form.js';
import { SchemaForm } from '../../forms/schema-form.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly job: Job;
  readonly etag?: string;
  readonly action: JobAction;
}

const PREFIX = 'action';
const place = placeIn(PREFIX);

/** The form of one action, drawn from the schema that came with the job. */
export function JobActionForm({ job, etag, action }: Props) {
  const { t, name, language } = useTexts();
  const cache = useQueryClient();
  const [form, setForm] = useState<FormData>({});
  const [checked, setChecked] = useState(false);
  const { faults, traceId, show, showError } = useFormFaults(place);
  const reload = () => {
    void cache.invalidateQueries({ queryKey: ['job', job.id] });
    void cache.invalidateQueries({ queryKey: ['jobs'] });
  };
  const act = useMutation({
    mutationFn: () => actOnJob(job, action.name, form, etag),
    onSuccess: reload,
    onError: showError,
  });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const found = checkForm(action.schema, form);
    show(
      found.map((breach) => ({
        fieldId: place(breach.path),
        text: breachInWords(action.schema, breach, language),
      })),
    );
    if (found.length === 0) act.mutate();
  };
  return (
    <form className="form job-action" onSubmit={submit} noValidate>
      <ErrorSummary faults={faults} traceId={traceId} />
      {isApiError(act.error, 412) && <Button onClick={reload}>{t('state.reload')}</Button>}
      <SchemaForm
        prefix={PREFIX}
        schema={action.schema}
        value={form}
        breaches={checked ? checkForm(action.schema, form) : undefined}
        onChange={setForm}
      />
      <Button type="primary" size="large" htmlType="submit" loading={act.isPending}>
        {name(action.title)}
      </Button>
    </form>
  );
}
