import { useQuery, type QueryKey } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { listQuotes, type Quote } from '../../api/quotes.js';
import { useTexts } from '../../i18n/use-texts.js';
import { OfferForm } from './offer-form.js';
import { QuoteCard } from './quote-card.js';

interface Props {
  /** Key of what the page shows, so that its live updates reach the quotes. */
  readonly about: QueryKey;
  readonly itemId: string;
  /** A part of another panel. */
  readonly inside?: boolean;
}

/** What an item costs: the quote that stands, those before it, and what the person may do about it. */
export function QuotePanel({ about, itemId, inside = false }: Props) {
  const { t } = useTexts();
  const [offering, setOffering] = useState(false);
  const { data } = useQuery({
    queryKey: [...about, 'quotes', itemId],
    queryFn: () => listQuotes(itemId),
    retry: false,
  });
  const [standing, earlier] = divide(data?.items ?? []);
  if (!data || (data.items.length === 0 && !data.mayOffer)) return null;
  return (
    <section className={inside ? undefined : 'panel'}>
      {inside ? <h3>{t('quote.title')}</h3> : <h2>{t('quote.title')}</h2>}
      {standing ? <QuoteCard quote={standing} about={about} /> : <p className="soft">{t('quote.none')}</p>}
      {data.mayOffer && (
        <Button onClick={() => setOffering(true)}>{t(standing ? 'quote.replace' : 'quote.offer')}</Button>
      )}
      {earlier.length > 0 && (
        <details className="more-facts">
          <summary>{t('quote.earlier', { count: earlier.length })}</summary>
          {earlier.map((quote) => (
            <QuoteCard key={quote.id} quote={quote} about={about} />
          ))}
        </details>
      )}
      {offering && <OfferForm about={about} itemId={itemId} onClose={() => setOffering(false)} />}
    </section>
  );
}

function divide(quotes: readonly Quote[]): [standing: Quote | undefined, earlier: readonly Quote[]] {
  const standing = quotes.find(({ status }) => status === 'OFFERED' || status === 'ACCEPTED');
  return [standing, quotes.filter((quote) => quote !== standing)];
}
