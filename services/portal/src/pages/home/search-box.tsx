import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts.js';

export function SearchBox() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [wish, setWish] = useState('');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    void navigate({ to: '/services', search: { q: wish.trim() || undefined } });
  };
  return (
    <form className="search" role="search" onSubmit={submit}>
      <label htmlFor="wish" className="visually-hidden">
        {t('home.search')}
      </label>
      <input
        id="wish"
        type="search"
        value={wish}
        placeholder={t('home.searchHint')}
        onChange={(event) => setWish(event.target.value)}
        maxLength={60}
      />
      <button type="submit">{t('home.searchButton')}</button>
    </form>
  );
}
