import { useState } from 'react';
import type { PolicyContent } from '../../api/policies.js';
import type { Localized } from '../../api/shapes.js';
import { ErrorSummary, type FormFault } from '../../components/error-summary.js';
import { ChoiceInput } from '../../components/inputs.js';
import { useTexts } from '../../i18n/use-texts.js';
import { CONTENT } from './content-faults.js';
import { EntryFields } from './entry-fields.js';
import { JsonField } from './json-field.js';

interface Props {
  readonly content: PolicyContent;
  readonly faults: readonly FormFault[];
  /** Without it the content is only shown. */
  readonly onChange?: (content: PolicyContent) => void;
}

type Entry = Readonly<Record<string, unknown>> & { readonly code: string; readonly name: Localized };

/** An edition of the catalogue: one service or package at a time, and the finder as the data it is. */
export function CatalogueEditor({ content, faults, onChange }: Props) {
  const { t } = useTexts();
  return (
    <div className="policy-content">
      <ErrorSummary faults={faults} />
      <Entries part="services" content={content} faults={faults} onChange={onChange} />
      <Entries part="packages" content={content} faults={faults} onChange={onChange} />
      <fieldset className="group" id={`${CONTENT}.finder`}>
        <legend className="group-title">{t('edition.finder')}</legend>
        <p className="soft">{t('edition.finderHint')}</p>
        <JsonField
          id={`${CONTENT}.finder.json`}
          label={t('edition.data')}
          value={content['finder'] ?? {}}
          onChange={onChange && ((finder) => onChange({ ...content, finder }))}
        />
      </fieldset>
    </div>
  );
}

function Entries({ part, content, faults, onChange }: Props & { readonly part: 'services' | 'packages' }) {
  const { t, name } = useTexts();
  const entries = (content[part] ?? []) as readonly Entry[];
  const [code, setCode] = useState(entries[0]?.code ?? '');
  const at = entries.findIndex((entry) => entry.code === code);
  const entry = entries[at];
  const id = `${CONTENT}.${part}.${at}`;
  return (
    <fieldset className="group" id={`${CONTENT}.${part}`}>
      <legend className="group-title">{t(`edition.${part}`, { count: entries.length })}</legend>
      <ChoiceInput
        id={`${CONTENT}.${part}.chosen`}
        label={t('edition.choose')}
        value={code}
        options={entries.map((each) => ({ value: each.code, label: `${each.code} ${name(each.name)}` }))}
        onChange={setCode}
      />
      {entry && (
        <EntryFields
          key={code}
          id={id}
          entry={entry}
          faults={faults}
          onChange={
            onChange &&
            ((changed) => onChange({ ...content, [part]: entries.map((old, index) => (index === at ? changed : old)) }))
          }
        />
      )}
    </fieldset>
  );
}
