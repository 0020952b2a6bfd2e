import { useEffect, useRef } from 'react';
import { useTexts } from '../i18n/use-texts.js';

const FOCUSABLE = 'input, textarea, select, button, [tabindex]';
const FIELD_APPEARS = 400;

export interface FormFault {
  /** Id of the element that shows the field; absent when the fault is of the whole. */
  readonly fieldId?: string;
  readonly text: string;
  /** Brings the field onto the page first, where it stands on another step. */
  readonly open?: () => void;
}

interface Props {
  readonly faults: readonly FormFault[];
  readonly traceId?: string;
}

/** Everything that is wrong with a form, on top of it, each line leading to its field. Takes the focus when it comes. */
export function ErrorSummary({ faults, traceId }: Props) {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{t('form.failed')}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.fieldId}:${fault.text}`}>
            {fault.fieldId ? (
              <a href={`#${fault.fieldId}`} onClick={(event) => goTo(event, fault)}>
                {fault.text}
              </a>
            ) : (
              fault.text
            )}
          </li>
        ))}
      </ul>
      {traceId && (
        <p className="soft">
          {t('state.traceId')} <code>{traceId}</code>
        </p>
      )}
    </div>
  );
}

function goTo(event: React.MouseEvent, { fieldId, open }: FormFault): void {
  event.preventDefault();
  open?.();
  window.setTimeout(() => focusField(fieldId ?? ''), open ? FIELD_APPEARS : 0);
}

/** Focuses the field itself or, where the id belongs to a group, the first field in it. */
function focusField(fieldId: string): void {
  const element = document.getElementById(fieldId);
  const field = element?.matches(FOCUSABLE) ? element : element?.querySelector<HTMLElement>(FOCUSABLE);
  element?.scrollIntoView({ block: 'center' });
  (field ?? element)?.focus({ preventScroll: true });
}
