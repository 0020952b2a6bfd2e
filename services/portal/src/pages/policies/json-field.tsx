import { useState } from 'react';
import { TextInput } from '../../components/inputs.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly onChange?: (value: unknown) => void;
}

const INDENT = 2;
const LONGEST = 200_000;

/** Data edited as JSON; what cannot be read stays on the screen and changes nothing. */
export function JsonField({ id, label, value, onChange }: Props) {
  const { t } = useTexts();
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? JSON.stringify(value, undefined, INDENT);
  if (!onChange)
    return (
      <details className="more-facts">
        <summary>{label}</summary>
        <pre className="scroll">{shown}</pre>
      </details>
    );
  const read = (text: string) => {
    try {
      onChange(JSON.parse(text));
      setTyped(undefined);
    } catch {
      setTyped(text);
    }
  };
  return (
    <details className="more-facts">
      <summary>{label}</summary>
      <TextInput
        id={id}
        label={t('edition.json')}
        rows={18}
        max={LONGEST}
        value={shown}
        faults={typed === undefined ? [] : [{ fieldId: id, text: t('edition.unreadable') }]}
        onChange={read}
      />
    </details>
  );
}
