export type Language = 'zh' | 'en';

const KEPT_AS = 'nqi.language';

/** Chinese unless this browser was switched to English. */
export const currentLanguage = (): Language => (localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'zh');

export const keepLanguage = (language: Language): void => localStorage.setItem(KEPT_AS, language);
