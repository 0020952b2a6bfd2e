import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { ArrayFieldItemTemplateProps, ArrayFieldTemplateProps } from '@rjsf/utils';
import { Button } from 'antd';
import type { JsonSchema } from '../api/shapes.js';
import { useTexts } from '../i18n/use-texts.js';
import { shapeOfLines } from './shape-of-lines.js';

/** A list of lines, each in a box of its own, with one button to add another. */
export function ArrayLines({
  schema,
  fieldPathId,
  title,
  items,
  canAdd,
  disabled,
  onAddClick,
  required,
}: ArrayFieldTemplateProps) {
  const { t } = useTexts();
  return (
    <fieldset id={fieldPathId.$id} className="group" tabIndex={-1}>
      {title && (
        <legend className="group-title">
          {title}
          {!required && <span className="soft"> {t('form.optional')}</span>}
        </legend>
      )}
      <ol className={`lines ${linesClass(schema)}`}>{items}</ol>
      {canAdd && (
        <Button icon={<PlusOutlined />} disabled={disabled} onClick={onAddClick}>
          {t('form.addLine', { title: title ?? '' })}
        </Button>
      )}
    </fieldset>
  );
}

export function ArrayItem({ children, buttonsProps, hasToolbar, index, totalItems }: ArrayFieldItemTemplateProps) {
  const { t } = useTexts();
  const { hasRemove, onRemoveItem, disabled } = buttonsProps;
  return (
    <li className="line">
      <div className="line-head">
        <span>{t('form.line', { number: index + 1, total: totalItems })}</span>
        {hasToolbar && hasRemove && (
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            disabled={disabled}
            aria-label={t('form.removeLine', { number: index + 1 })}
            onClick={onRemoveItem}
          >
            {t('form.remove')}
          </Button>
        )}
      </div>
      {children}
    </li>
  );
}

const CLASSES = { boxes: '', rows: 'lines-rows', inline: 'lines-inline' };

const linesClass = (schema: object): string => CLASSES[shapeOfLines(schema as JsonSchema)];
