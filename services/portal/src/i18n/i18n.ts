import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { currentLanguage, keepLanguage, type Language } from './language.js';
import { zh } from './zh.js';

export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'zh',
    fallbackLng: 'zh',
    resources: { zh: { translation: zh } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  if (currentLanguage() === 'en') await showLanguage('en');
  document.documentElement.lang = tag(currentLanguage());
}

/** Switches every text; the English ones are fetched when first wanted. */
export async function showLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    i18next.addResourceBundle('en', 'translation', (await import('./en.js')).en);
  }
  keepLanguage(language);
  document.documentElement.lang = tag(language);
  await i18next.changeLanguage(language);
}

const tag = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en');
