import type { UseMutationResult } from '@tanstack/react-query';
import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { isApiError } from '../api/problem.js';
import { useTexts } from '../i18n/use-texts.js';
import { ProblemPanel } from './problem-panel.js';

interface Props {
  readonly open: boolean;
  readonly title: string;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly mutation: Pick<UseMutationResult<unknown, Error, void>, 'mutate' | 'isPending' | 'error' | 'reset'>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks once more before something is done, and shows there what the service has against it. */
export function ActionModal({ open, title, confirm, danger, disabled, mutation, onClose, children }: Props) {
  const { t } = useTexts();
  const close = () => {
    mutation.reset();
    onClose();
  };
  const outdated = isApiError(mutation.error, 412);
  return (
    <Modal
      open={open}
      title={title}
      okText={confirm}
      cancelText={t('form.cancel')}
      okButtonProps={{ danger, disabled: disabled || outdated }}
      confirmLoading={mutation.isPending}
      onOk={() => mutation.mutate()}
      onCancel={close}
      destroyOnHidden
    >
      {mutation.error && <ProblemPanel error={mutation.error} onRetry={outdated ? close : undefined} />}
      <div className="form">{children}</div>
    </Modal>
  );
}
