import { useEffect, useEffectEvent, useId, useState } from 'react';

interface Props {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** So long after the last key a search begins. */
const PAUSE = 350;

/** A filter by words; it follows the address and writes to it once one stops typing. */
export function FilterText({ label, value = '', onChange }: Props) {
  const id = useId();
  const [text, setText] = useState(value);
  const tell = useEffectEvent(() => text.trim() !== value && onChange(text.trim() || undefined));
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    const timer = window.setTimeout(() => tell(), PAUSE);
    return () => window.clearTimeout(timer);
  }, [text]);
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        className="field"
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  );
}
