import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts.js';

/** Searches by the beginning of a request number, on Enter. */
export function NumberFilter({ value, onChange }: { value?: string; onChange: (value: string | undefined) => void }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState(value ?? '');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    onChange(typed.replace(/[^0-9A-Za-z-]/g, '') || undefined);
  };
  return (
    <form onSubmit={submit} className="filter">
      <label htmlFor="number-filter">{t('requests.number')}</label>
      <input
        id="number-filter"
        className="field"
        value={typed}
        placeholder="ZZ-…"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={submit}
      />
    </form>
  );
}
