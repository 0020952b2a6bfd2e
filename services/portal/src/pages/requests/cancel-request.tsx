import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { cancelRequest, type ServiceRequest } from '../../api/requests.js';
import { ActionModal } from '../../components/action-modal.js';
import { Field } from '../../components/field.js';
import { useTexts } from '../../i18n/use-texts.js';

export function CancelRequest({ request, etag }: { request: ServiceRequest; etag?: string }) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const cancel = useMutation({
    mutationFn: () => cancelRequest(request.id, reason.trim(), etag),
    onSuccess: () => setOpen(false),
    onSettled: () => cache.invalidateQueries({ queryKey: ['request', request.id] }),
  });
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t('cancel.button')}
      </Button>
      <ActionModal
        open={open}
        title={t('cancel.title')}
        confirm={t('cancel.confirm')}
        danger
        disabled={reason.trim() === ''}
        mutation={cancel}
        onClose={() => setOpen(false)}
      >
        <p>{t('cancel.explain')}</p>
        <Field id="cancel.reason" label={t('cancel.reason')}>
          <Input.TextArea
            id="cancel.reason"
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      </ActionModal>
    </>
  );
}
