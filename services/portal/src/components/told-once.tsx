import { Button, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/use-texts.js';

interface Props {
  readonly title: string;
  readonly explain: string;
  readonly text: string;
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** The one time that a secret is shown. */
export function ToldOnce({ title, explain, text, children, onClose }: Props) {
  const { t } = useTexts();
  const kept = (
    <Button type="primary" onClick={onClose}>
      {t('state.kept')}
    </Button>
  );
  return (
    <Modal open title={title} footer={kept} maskClosable={false} onCancel={onClose} destroyOnHidden>
      <p>{explain}</p>
      <Input.TextArea readOnly rows={3} aria-label={title} value={text} />
      {children}
    </Modal>
  );
}
