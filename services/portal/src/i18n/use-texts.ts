import { useTranslation } from 'react-i18next';
import type { Localized } from '../api/shapes.js';
import type { Language } from './language.js';

type Values = Record<string, string | number>;

export interface Texts {
  readonly language: Language;
  /** The text of a key; a key that is not there is shown as it is. */
  t(key: string, values?: Values): string;
  /** The text of a key that data made (a status, a kind), or what is given for words nobody foresaw. */
  word(key: string, otherwise: string): string;
  /** The platform's own name of something in the language of the screen. */
  name(text: Localized | string | undefined): string;
}

export function useTexts(): Texts {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return {
    language,
    t: (key, values) => t(key, values ?? {}),
    word: (key, otherwise) => (i18n.exists(key) ? t(key) : otherwise),
    name: (text) => (typeof text === 'string' ? text : ((text?.[language] || text?.zh) ?? '')),
  };
}
