import { withTheme } from '@rjsf/core';
import { Theme } from '@rjsf/antd';
import type { ErrorSchema } from '@rjsf/utils';
import { useMemo } from 'react';
import type { FormData, JsonSchema } from '../api/shapes.js';
import { useTexts } from '../i18n/use-texts.js';
import { ArrayItem, ArrayLines } from './array-templates.js';
import type { FormBreach } from './check-form.js';
import { askedFields, hiddenFields, settledSchema, withoutHidden } from './conditions.js';
import { errorTree } from './error-tree.js';
import { FieldBlock, FieldErrors, FieldHint, Group, GroupTitle } from './field-templates.js';
import { localizeSchema } from './localize-schema.js';
import { ReferenceSelect, ReferencesSelect } from './reference-widgets.js';
import { validator } from './rjsf-validator.js';
import { shownSchema } from './shown-schema.js';
import { ShownValue } from './shown-widget.js';
import { uiSchemaOf } from './ui-schema.js';

const RjsfForm = withTheme({
  ...Theme,
  widgets: { ...Theme.widgets, reference: ReferenceSelect, references: ReferencesSelect, shown: ShownValue },
  templates: {
    ...Theme.templates,
    ArrayFieldTemplate: ArrayLines,
    ArrayFieldItemTemplate: ArrayItem,
    ArrayFieldTitleTemplate: GroupTitle,
    TitleFieldTemplate: GroupTitle,
    DescriptionFieldTemplate: FieldHint,
    ObjectFieldTemplate: Group,
    FieldTemplate: FieldBlock,
    FieldErrorTemplate: FieldErrors,
  },
});

interface Props {
  /** Elements get ids `prefix.path.to.field`, so that an error summary can lead to them. */
  readonly prefix: string;
  readonly schema: JsonSchema;
  readonly value: FormData;
  readonly breaches?: readonly FormBreach[];
  readonly disabled?: boolean;
  readonly onChange: (value: FormData) => void;
}

const NONE: readonly FormBreach[] = [];
/** Pages have their own buttons. */
const NO_BUTTON = { 'ui:submitButtonOptions': { norender: true } };

/** A form drawn from a JSON Schema. Checking and sending are the page's business. */
export function SchemaForm({ prefix, schema, value, breaches = NONE, disabled, onChange }: Props) {
  const { language } = useTexts();
  const hidden = hiddenFields(schema, value).join(',');
  const asked = askedFields(schema, value).join(',');
  const drawn = useMemo(
    () => untitled(settledSchema(shownSchema(localizeSchema(schema, language)), namesIn(hidden), namesIn(asked))),
    [schema, language, hidden, asked],
  );
  const ui = useMemo(() => ({ ...uiSchemaOf(schema), ...NO_BUTTON }), [schema]);
  const errors = useMemo(() => errorTree(breaches, language) as ErrorSchema, [breaches, language]);
  return (
    <div onKeyDown={sendNoDate}>
      <RjsfForm
        tagName="div"
        className="schema-form"
        idPrefix={prefix}
        idSeparator="."
        schema={drawn}
        uiSchema={ui}
        formData={value}
        formContext={{ prefix, value }}
        validator={validator}
        extraErrors={errors}
        noValidate
        noHtml5Validate
        showErrorList={false}
        disabled={disabled}
        onChange={({ formData }) => onChange(withoutHidden(schema, (formData ?? {}) as FormData))}
      />
    </div>
  );
}

const namesIn = (list: string): readonly string[] => (list === '' ? [] : list.split(','));

/** Enter takes the date that was typed; left alone, the browser would send the half-filled form with it. */
function sendNoDate(event: React.KeyboardEvent): void {
  if (event.key === 'Enter' && (event.target as Element).closest('.ant-picker')) event.preventDefault();
}

/** The page around the form says what it is. */
const untitled = ({ title: _title, ...rest }: JsonSchema): JsonSchema => rest;
