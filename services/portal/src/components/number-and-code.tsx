import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { isApiError } from '../api/problem.js';
import { ErrorSummary, type FormFault } from './error-summary.js';
import { Field } from './field.js';
import { Notice } from './notice.js';
import { Page } from './page.js';
import { ProblemPanel } from './problem-panel.js';
import { Skeleton } from './skeleton.js';

export interface NumberAndCode {
  readonly number: string;
  readonly code: string;
}

interface NumberAndCodeTexts {
  readonly title: string;
  readonly lead: string;
  readonly number: string;
  readonly numberHint: string;
  readonly numberMissing: string;
  readonly code: string;
  readonly codeHint: string;
  readonly codeMissing: string;
  readonly submit: string;
  readonly unknown: string;
  readonly unknownDetail: string;
}

interface NumberAndCodePageProps<Found> {
  /** Begins the ids of the fields and the key of the query. */
  readonly of: string;
  readonly texts: NumberAndCodeTexts;
  /** What the address asks for. */
  readonly asked: Partial<NumberAndCode>;
  readonly onAsk: (asked: NumberAndCode) => void;
  readonly find: (number: string, code: string) => Promise<Found>;
  readonly formClassName?: string;
  readonly children: (found: Found) => ReactNode;
}

/** Anyone with a number and its code may look something up; no log-in, no personal data. */
export function NumberAndCodePage<Found>(props: NumberAndCodePageProps<Found>) {
  const { of, texts, asked, onAsk, find, formClassName = 'panel form', children } = props;
  const [number, setNumber] = useState(asked.number ?? '');
  const [code, setCode] = useState(asked.code ?? '');
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [numberId, codeId] = [`${of}.number`, `${of}.code`];
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const missing = [
      ...(number.trim() ? [] : [{ fieldId: numberId, text: texts.numberMissing }]),
      ...(code.trim() ? [] : [{ fieldId: codeId, text: texts.codeMissing }]),
    ];
    setFaults(missing);
    if (missing.length === 0) onAsk({ number: number.trim(), code: code.trim() });
  };
  return (
    <Page title={texts.title} lead={texts.lead} failed={faults.length > 0} narrow>
      <form className={formClassName} onSubmit={submit} noValidate>
        <ErrorSummary faults={faults} />
        <Field id={numberId} label={texts.number} hint={texts.numberHint} faults={faults}>
          <Input
            id={numberId}
            autoCapitalize="characters"
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        </Field>
        <Field id={codeId} label={texts.code} hint={texts.codeHint} faults={faults}>
          <Input id={codeId} autoComplete="off" value={code} onChange={(event) => setCode(event.target.value)} />
        </Field>
        <Button type="primary" size="large" htmlType="submit">
          {texts.submit}
        </Button>
      </form>
      {asked.number && asked.code && (
        <Answer of={of} texts={texts} number={asked.number} code={asked.code} find={find}>
          {children}
        </Answer>
      )}
    </Page>
  );
}

type AnswerProps<Found> = NumberAndCode & Pick<NumberAndCodePageProps<Found>, 'of' | 'texts' | 'find' | 'children'>;

function Answer<Found>({ of, texts, number, code, find, children }: AnswerProps<Found>) {
  const query = useQuery({ queryKey: [of, number, code], queryFn: () => find(number, code), staleTime: 0 });
  if (query.data !== undefined) return children(query.data);
  if (isApiError(query.error, 404)) {
    return (
      <Notice tone="bad" title={texts.unknown}>
        {texts.unknownDetail}
      </Notice>
    );
  }
  if (query.isError) return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton lines={3} />;
}
