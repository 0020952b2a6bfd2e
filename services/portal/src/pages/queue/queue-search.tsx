import { useId, useState, type FormEvent } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import { LONGEST_SEARCH } from './queue-search-params.js';

interface Props {
  readonly value?: string;
  readonly onChange: (value: string | undefined) => void;
}

/** Searches by the beginning of a ticket's number or a part of an enterprise's name, on Enter or when it is left. */
export function QueueSearch({ value = '', onChange }: Props) {
  const { t } = useTexts();
  const id = useId();
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setTyped(value);
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = typed.trim();
    if (wanted !== value) onChange(wanted || undefined);
  };
  return (
    <form role="search" onSubmit={submit} className="filter queue-search">
      <label htmlFor={id}>{t('queue.search')}</label>
      <input
        id={id}
        type="search"
        className="field"
        maxLength={LONGEST_SEARCH}
        value={typed}
        placeholder={t('queue.searchHint')}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={submit}
      />
    </form>
  );
}
