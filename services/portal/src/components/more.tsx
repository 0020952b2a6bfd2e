import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTexts } from '../i18n/use-texts.js';

type Paged = Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;

export function More({ query }: { query: Paged }) {
  const { t } = useTexts();
  if (!query.hasNextPage) return null;
  return (
    <div className="more">
      <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t('state.more')}
      </Button>
    </div>
  );
}
