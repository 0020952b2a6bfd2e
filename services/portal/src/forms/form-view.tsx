import { useQueries } from '@tanstack/react-query';
import type { ReferenceEntry } from '../api/catalog.js';
import type { FormData, JsonSchema } from '../api/shapes.js';
import { referencesQuery } from '../app/queries.js';
import { Facts } from '../components/facts.js';
import { useTexts } from '../i18n/use-texts.js';
import { describeForm, referencesIn, type Described } from './describe-form.js';

/** A filled form to read, with the names behind the catalogue's numbers. */
export function FormView({ schema, form }: { schema: JsonSchema; form: FormData }) {
  const { language } = useTexts();
  const lists = referencesIn(schema);
  const loaded = useQueries({ queries: lists.map((list) => referencesQuery(list)) });
  const names = new Map(loaded.flatMap(({ data = [] }) => data.flatMap((entry) => namesOf(entry, language))));
  return <DescribedView parts={describeForm(schema, form, language, (ref) => names.get(ref))} />;
}

function DescribedView({ parts }: { parts: readonly Described[] }) {
  const { t } = useTexts();
  return (
    <div className="form-view">
      <Facts facts={parts.flatMap((part) => (part.lines ? [] : [[part.title, part.text] as const]))} />
      {parts.map(
        (part) =>
          part.lines && (
            <div key={part.title}>
              <h3>{part.title}</h3>
              <ol className="form-lines">
                {part.lines.map((line, index) => (
                  <li key={index} aria-label={t('form.line', { number: index + 1, total: part.lines?.length ?? 0 })}>
                    <DescribedView parts={line} />
                  </li>
                ))}
              </ol>
            </div>
          ),
      )}
    </div>
  );
}

const namesOf = ({ ref, name, items = [] }: ReferenceEntry, language: 'zh' | 'en'): (readonly [string, string])[] => [
  [ref, name[language]],
  ...items.flatMap((item) => namesOf(item, language)),
];
