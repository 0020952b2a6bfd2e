import { useQueryClient } from '@tanstack/react-query';
import { showLanguage } from '../i18n/i18n.js';
import { useTexts } from '../i18n/use-texts.js';

export function LanguageSwitch() {
  const { language } = useTexts();
  const cache = useQueryClient();
  const other = language === 'zh' ? 'en' : 'zh';
  const change = async () => {
    await showLanguage(other);
    await cache.invalidateQueries();
  };
  return (
    <button type="button" className="tool" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => void change()}>
      {other === 'zh' ? (
        '中文'
      ) : (
        <span>
          En<span className="wide">glish</span>
        </span>
      )}
    </button>
  );
}
