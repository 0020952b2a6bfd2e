import type { JsonSchema } from '../api/shapes.js';
import type { Language } from '../i18n/language.js';

const WORDS = ['title', 'description'] as const;

/** The schema with its words in one language: `x-title-en` and `x-description-en` stand beside the Chinese ones. */
export function localizeSchema(schema: JsonSchema, language: Language): JsonSchema {
  return language === 'zh' ? schema : (inEnglish(schema) as JsonSchema);
}

function inEnglish(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inEnglish);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, part]) => [name, inEnglish(part)] as const);
  const english = WORDS.flatMap((word) => {
    const text = (value as JsonSchema)[`x-${word}-en`];
    return typeof text === 'string' ? [[word, text] as const] : [];
  });
  return Object.fromEntries([...entries, ...english]);
}
