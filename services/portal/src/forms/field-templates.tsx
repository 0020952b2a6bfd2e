import type {
  DescriptionFieldProps,
  FieldErrorProps,
  FieldTemplateProps,
  ObjectFieldTemplateProps,
  TitleFieldProps,
} from '@rjsf/utils';
import { useTexts } from '../i18n/use-texts.js';

/** A field of a schema's form in the same dress as every other field. */
export function FieldBlock(props: FieldTemplateProps) {
  const { t } = useTexts();
  const { id, label, required, hidden, displayLabel, rawErrors, rawDescription, description, errors, children } = props;
  if (hidden) return <div hidden>{children}</div>;
  const isGroup = props.schema.type === 'object' || (props.schema.type === 'array' && !props.uiSchema?.['ui:widget']);
  const labelled = displayLabel || (!isGroup && props.schema.type === 'array');
  const failed = (rawErrors?.length ?? 0) > 0;
  const wide = isGroup || props.uiSchema?.['ui:widget'] === 'textarea';
  return (
    <div className={`field-block${failed ? ' field-failed' : ''}${wide ? ' field-wide' : ''}`}>
      {labelled && props.uiSchema?.['ui:widget'] !== 'checkbox' && (
        <label htmlFor={id}>
          {label}
          {!required && !props.schema.readOnly && <span className="soft"> {t('form.optional')}</span>}
        </label>
      )}
      {rawDescription && !isGroup && description}
      {failed && errors}
      {children}
    </div>
  );
}

export function FieldErrors({ errors = [] }: FieldErrorProps) {
  return errors.map((error, index) => (
    <div key={index} className="field-fault">
      {error}
    </div>
  ));
}

export function FieldHint({ id, description }: DescriptionFieldProps) {
  return description ? (
    <div id={id} className="soft field-hint">
      {description}
    </div>
  ) : null;
}

export function GroupTitle({ title }: Pick<TitleFieldProps, 'title'>) {
  return title ? <legend className="group-title">{title}</legend> : null;
}

/** Fields that belong together; a line of a list has its number instead of a title. */
export function Group({ fieldPathId, title, properties }: ObjectFieldTemplateProps) {
  const isLine = typeof fieldPathId.path.at(-1) === 'number';
  return (
    <fieldset id={fieldPathId.$id} className="group" tabIndex={-1}>
      {title && !isLine && <legend className="group-title">{title}</legend>}
      <div className="group-fields">{properties.map(({ content }) => content)}</div>
    </fieldset>
  );
}
