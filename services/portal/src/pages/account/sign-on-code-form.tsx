import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Me } from '../../api/session.js';
import { showCode } from '../../api/single-sign-on.js';
import { CodeField } from '../../components/code-field.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { placeIn, useFormFaults } from '../../components/use-form-faults.js';
import { useTexts } from '../../i18n/use-texts.js';

/** The provider did not ask for a second factor, so we do. */
export function SignOnCodeForm({ ticket, onEnter }: { ticket: string; onEnter: (me: Me) => void }) {
  const { t } = useTexts();
  const [code, setCode] = useState('');
  const { faults, traceId, showError } = useFormFaults(placeIn('signOn'));
  const enter = useMutation({
    mutationFn: () => showCode(ticket, code.trim()),
    onSuccess: onEnter,
    onError: showError,
  });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <form className="panel form" onSubmit={submit} noValidate>
      <ErrorSummary faults={faults} traceId={traceId} />
      <CodeField id="signOn.code" hint={t('credentials.codeHint')} value={code} faults={faults} onChange={setCode} />
      <Button type="primary" htmlType="submit" size="large" disabled={!code.trim()} loading={enter.isPending}>
        {t('login.submit')}
      </Button>
    </form>
  );
}
