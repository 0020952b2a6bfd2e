import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { registerEnterprise } from '../../api/auth.js';
import { IdempotencyKeys } from '../../api/idempotency-keys.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { PlaceFields } from '../../components/place-fields.js';
import { placeIn, useFormFaults } from '../../components/use-form-faults.js';
import { useTexts } from '../../i18n/use-texts.js';

const EMPTY = {
  uscc: '',
  name: '',
  regionCode: '',
  parkCode: '',
  contactName: '',
  contactPhone: '',
  username: '',
  password: '',
};
type Answers = typeof EMPTY;

/** What has to be typed, in the order of the page, and how browsers may help. */
const TEXTS = [
  ['uscc', 'off'],
  ['name', 'organization'],
] as const;
const PERSON = [
  ['contactName', 'name'],
  ['contactPhone', 'tel'],
  ['username', 'username'],
] as const;

export function RegisterPage() {
  const { t } = useTexts();
  const [answers, setAnswers] = useState<Answers>(EMPTY);
  const keys = useRef(new IdempotencyKeys(() => crypto.randomUUID()));
  const { faults, traceId, show, showError } = useFormFaults(placeIn('register'));
  const register = useMutation({
    mutationFn: () => {
      const body = { ...answers, parkCode: answers.parkCode || undefined };
      return registerEnterprise(body, keys.current.keyFor(body));
    },
    onError: showError,
  });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const missing = Object.entries(answers).filter(([field, value]) => field !== 'parkCode' && value.trim() === '');
    show(missing.map(([field]) => ({ fieldId: `register.${field}`, text: t(`register.missing.${field}`) })));
    if (missing.length === 0) register.mutate();
  };
  const input = ([field, autoComplete]: readonly [keyof Answers, string]) => (
    <Field
      key={field}
      id={`register.${field}`}
      label={t(`register.${field}`)}
      hint={field === 'uscc' ? t('register.usccHint') : undefined}
      faults={faults}
    >
      <Input
        id={`register.${field}`}
        autoComplete={autoComplete}
        inputMode={field === 'contactPhone' ? 'tel' : undefined}
        value={answers[field]}
        onChange={(event) => setAnswers({ ...answers, [field]: event.target.value })}
      />
    </Field>
  );
  if (register.isSuccess) {
    return (
      <Page title={t('register.done')} narrow>
        <Notice tone="good" title={t('register.doneTitle')}>
          <Link to="/login">{t('register.toLogin')}</Link>
        </Notice>
      </Page>
    );
  }
  return (
    <Page
      title={t('register.title')}
      lead={t('register.lead')}
      back={{ to: '/login', text: t('login.title') }}
      failed={faults.length > 0}
      narrow
    >
      <form className="panel form" onSubmit={submit} noValidate>
        <ErrorSummary faults={faults} traceId={traceId} />
        {TEXTS.map(input)}
        <PlaceFields
          prefix="register"
          regionCode={answers.regionCode}
          parkCode={answers.parkCode}
          faults={faults}
          onChange={(place) => setAnswers({ ...answers, ...place })}
        />
        {PERSON.map(input)}
        <Field id="register.password" label={t('register.password')} hint={t('register.passwordHint')} faults={faults}>
          <Input.Password
            id="register.password"
            autoComplete="new-password"
            value={answers.password}
            onChange={(event) => setAnswers({ ...answers, password: event.target.value })}
          />
        </Field>
        <Button type="primary" htmlType="submit" size="large" loading={register.isPending}>
          {t('register.submit')}
        </Button>
      </form>
    </Page>
  );
}
