import { useQuery } from '@tanstack/react-query';
import type { WidgetProps } from '@rjsf/utils';
import { Select } from 'antd';
import type { ReferenceEntry } from '../api/catalog.js';
import type { FormData } from '../api/shapes.js';
import { referencesQuery } from '../app/queries.js';
import { useTexts, type Texts } from '../i18n/use-texts.js';
import { itemsOfSibling } from './sibling-items.js';

interface Context {
  readonly prefix: string;
  readonly value: FormData;
}

/** Chooses one entry of a list of the catalogue by name or number. */
export function ReferenceSelect({ id, value, onChange, disabled, options, schema, required }: WidgetProps) {
  const texts = useTexts();
  const { data: entries = [], isPending, isError } = useQuery(referencesQuery(String(options['reference'])));
  const offered = schema.enum ? entries.filter(({ ref }) => schema.enum?.includes(ref)) : entries;
  return (
    <Select
      id={id}
      className="wide"
      value={value as string | undefined}
      disabled={disabled}
      loading={isPending}
      allowClear={!required}
      showSearch={{ optionFilterProp: 'search' }}
      placeholder={texts.t(isError ? 'state.failed' : 'form.choose')}
      options={offered.map((entry) => optionOf(entry, texts))}
      onChange={(chosen?: string) => onChange(chosen)}
    />
  );
}

/** Chooses several entries; where the line above names a product, only that product's. */
export function ReferencesSelect({ id, value, onChange, disabled, options, registry }: WidgetProps) {
  const texts = useTexts();
  const { data: entries = [], isPending } = useQuery(referencesQuery(String(options['reference'])));
  const offered = itemsOfSibling(entries, registry.formContext as Context, id);
  return (
    <Select
      id={id}
      className="wide"
      mode="multiple"
      value={(value as string[] | undefined) ?? []}
      disabled={disabled || offered.length === 0}
      loading={isPending}
      showSearch={{ optionFilterProp: 'search' }}
      placeholder={texts.t(offered.length === 0 ? 'form.chooseProductFirst' : 'form.choose')}
      options={offered.map((entry) => optionOf(entry, texts))}
      onChange={(chosen: string[]) => onChange(chosen.length > 0 ? chosen : undefined)}
    />
  );
}

const optionOf = ({ ref, name, detail }: ReferenceEntry, { name: named }: Texts) => ({
  value: ref,
  label: `${named(name)} · ${ref}`,
  title: detail,
  search: [ref, name.zh, name.en, detail].join(' '),
});
