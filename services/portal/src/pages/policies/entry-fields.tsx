import type { FormFault } from '../../components/error-summary.js';
import { TextInput } from '../../components/inputs.js';
import { useTexts } from '../../i18n/use-texts.js';
import { JsonField } from './json-field.js';
import { TreeField } from './tree-field.js';

type Entry = Readonly<Record<string, unknown>>;

interface Props {
  readonly id: string;
  readonly entry: Entry;
  readonly faults: readonly FormFault[];
  readonly onChange?: (entry: Entry) => void;
}

/** Named by other things; a new service is another one. */
const FIXED: readonly string[] = ['code', 'domain'];
/** Edited as the data they are. */
const AS_DATA: readonly string[] = ['form', 'legs'];
const DAYS = ['offeredFrom', 'offeredUntil'] as const;

/** All that an edition says of one service or package. */
export function EntryFields({ id, entry, faults, onChange }: Props) {
  const { t } = useTexts();
  const set = onChange && ((name: string, value: unknown) => onChange({ ...entry, [name]: value }));
  const names = Object.keys(entry).filter(
    (name) => !AS_DATA.includes(name) && !(DAYS as readonly string[]).includes(name),
  );
  return (
    <div className="stack">
      {names.map((name) => (
        <TreeField
          key={name}
          id={`${id}.${name}`}
          name={name}
          value={entry[name]}
          faults={faults}
          onChange={FIXED.includes(name) ? undefined : set && ((value) => set(name, value))}
        />
      ))}
      {'form' in entry &&
        set &&
        DAYS.map((day) => (
          <TextInput
            key={day}
            id={`${id}.${day}`}
            label={t(`policyField.${day}`)}
            optional
            type="date"
            value={String(entry[day] ?? '')}
            faults={faults}
            onChange={(value) => set(day, value || undefined)}
          />
        ))}
      {AS_DATA.filter((name) => name in entry).map((name) => (
        <JsonField
          key={name}
          id={`${id}.${name}`}
          label={t(`policyField.${name}`)}
          value={entry[name]}
          onChange={set && ((value) => set(name, value))}
        />
      ))}
    </div>
  );
}
