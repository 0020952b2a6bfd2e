import { Button } from 'antd';
import type { DraftHead } from '../../api/drafts.js';
import { Moment } from '../../components/moment.js';
import { Notice } from '../../components/notice.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly draft: DraftHead;
  readonly onTake: () => void;
  readonly onRemove: () => void;
}

/** Something begun on another device, or in a tab that was closed. */
export function EarlierDraft({ draft, onTake, onRemove }: Props) {
  const { t } = useTexts();
  return (
    <Notice title={t('drafts.found', { title: draft.title })}>
      <Moment at={draft.updatedAt} full /> <Button onClick={onTake}>{t('drafts.take')}</Button>{' '}
      <Button type="text" onClick={onRemove}>
        {t('drafts.remove')}
      </Button>
    </Notice>
  );
}
