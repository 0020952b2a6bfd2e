import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Me } from '../../api/session.js';
import { registerBySignOn, type VouchedEnterprise } from '../../api/single-sign-on.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { PlaceFields } from '../../components/place-fields.js';
import { placeIn, useFormFaults } from '../../components/use-form-faults.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly ticket: string;
  readonly enterprise: VouchedEnterprise;
  readonly onEnter: (me: Me) => void;
}

const EMPTY = { regionCode: '', parkCode: '', contactName: '', contactPhone: '', username: '' };
const PERSON = [
  ['contactName', 'name'],
  ['contactPhone', 'tel'],
  ['username', 'username'],
] as const;

/** What the provider does not say of an enterprise that registers by it. */
export function SignOnRegistrationForm({ ticket, enterprise, onEnter }: Props) {
  const { t } = useTexts();
  const [answers, setAnswers] = useState(EMPTY);
  const { faults, traceId, show, showError } = useFormFaults(placeIn('register'));
  const register = useMutation({
    mutationFn: () => registerBySignOn(ticket, { ...answers, parkCode: answers.parkCode || undefined }),
    onSuccess: onEnter,
    onError: showError,
  });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const missing = Object.entries(answers).filter(([field, value]) => field !== 'parkCode' && value.trim() === '');
    show(missing.map(([field]) => ({ fieldId: `register.${field}`, text: t(`register.missing.${field}`) })));
    if (missing.length === 0) register.mutate();
  };
  return (
    <form className="panel form" onSubmit={submit} noValidate>
      <ErrorSummary faults={faults} traceId={traceId} />
      <p>
        <strong>{enterprise.name}</strong> <span className="number">{enterprise.uscc}</span>
      </p>
      <p className="soft">{t('signOn.vouched')}</p>
      <PlaceFields
        prefix="register"
        regionCode={answers.regionCode}
        parkCode={answers.parkCode}
        faults={faults}
        onChange={(place) => setAnswers({ ...answers, ...place })}
      />
      {PERSON.map(([field, autoComplete]) => (
        <Field key={field} id={`register.${field}`} label={t(`register.${field}`)} faults={faults}>
          <Input
            id={`register.${field}`}
            autoComplete={autoComplete}
            value={answers[field]}
            onChange={(event) => setAnswers({ ...answers, [field]: event.target.value })}
          />
        </Field>
      ))}
      <Button type="primary" htmlType="submit" size="large" loading={register.isPending}>
        {t('register.submit')}
      </Button>
    </form>
  );
}
