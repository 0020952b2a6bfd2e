import type { ConfigProviderProps } from 'antd';
import { useEffect, useState } from 'react';
import { useTexts } from '../i18n/use-texts.js';

type Locale = ConfigProviderProps['locale'];

/** antd's own words in the language of the screen; fetched beside the first page, not before it. */
export function useAntdLocale(): Locale {
  const { language } = useTexts();
  const [locale, setLocale] = useState<Locale>();
  useEffect(() => {
    let wanted = true;
    const load = language === 'zh' ? import('antd/es/locale/zh_CN') : import('antd/es/locale/en_GB');
    void load.then((loaded) => wanted && setLocale(loaded.default));
    return () => {
      wanted = false;
    };
  }, [language]);
  return locale;
}
