import type { ConfigProviderProps } from 'antd';
import { useEffect, useState } from 'react';
import { currentLanguage, type Language } from '../i18n/language.js';
import { useTexts } from '../i18n/use-texts.js';

type Locale = NonNullable<ConfigProviderProps['locale']>;

const loaders: Record<Language, () => Promise<{ default: Locale }>> = {
  zh: () => import('antd/es/locale/zh_CN'),
  en: () => import('antd/es/locale/en_GB'),
};
let shown: Locale | undefined;

/** Fetches antd's own words before the first page in them is drawn: a page drawn without would be drawn anew. */
export async function prepareLocale(): Promise<void> {
  shown ??= (await loaders[currentLanguage()]()).default;
}

/** antd's words in the language of the screen; the old ones stay until the new ones have come. */
export function useAntdLocale(): Locale | undefined {
  const { language } = useTexts();
  const [locale, setLocale] = useState(shown);
  useEffect(() => {
    let wanted = true;
    void loaders[language]().then((loaded) => {
      if (!wanted) return;
      shown = loaded.default;
      setLocale(shown);
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  return locale;
}
