import type { WidgetProps } from '@rjsf/utils';

/** Something a form shows beside what is to be entered. */
export function ShownValue({ id, value }: WidgetProps) {
  return (
    <output id={id} className="shown-value">
      {value === undefined || value === null || value === '' ? '—' : String(value)}
    </output>
  );
}
