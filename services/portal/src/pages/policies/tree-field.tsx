import { Button, Switch } from 'antd';
import type { FormFault } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { ChoicesInput, NumberInput, TextInput } from '../../components/inputs.js';
import { useTexts } from '../../i18n/use-texts.js';
import { fieldName } from './field-name.js';

type Tree = Readonly<Record<string, unknown>>;

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Props {
  readonly id: string;
  readonly name: string;
  readonly value: unknown;
  readonly faults: readonly FormFault[];
  /** Without it the value is only shown. */
  readonly onChange?: (value: unknown) => void;
}

/** One value of a policy, whatever its kind: a number, a text, a list, or a group of such. */
export function TreeField(props: Props) {
  const { value } = props;
  if (Array.isArray(value))
    return value.some(isTree) ? <Lines {...props} lines={value} /> : <Words {...props} words={value} />;
  if (isTree(value)) return <Group {...props} tree={value} />;
  return <Leaf {...props} />;
}

const useLabel = (name: string): { label: string; hint?: string } => {
  const texts = useTexts();
  return { label: fieldName(name, texts), hint: texts.word(`policyHint.${name}`, '') || undefined };
};

function Leaf({ id, name, value, faults, onChange }: Props) {
  const { t } = useTexts();
  const field = { id, ...useLabel(name), faults };
  if (!onChange)
    return (
      <Shown name={name} text={typeof value === 'boolean' ? t(value ? 'state.yes' : 'state.no') : String(value)} />
    );
  if (typeof value === 'number')
    return <NumberInput {...field} value={value} min={0} onChange={(entered) => onChange(entered ?? 0)} />;
  if (typeof value === 'boolean')
    return (
      <Field {...field}>
        <Switch id={id} checked={value} onChange={onChange} />
      </Field>
    );
  return <TextInput {...field} value={String(value ?? '')} onChange={onChange} />;
}

function Words({ id, name, words, faults, onChange }: Props & { readonly words: readonly unknown[] }) {
  const { t } = useTexts();
  const field = useLabel(name);
  const texts = words.map(String);
  if (!onChange) return <Shown name={name} text={texts.join('、') || t('policy.nothing')} />;
  const numbers = words.length > 0 && words.every((word) => typeof word === 'number');
  return (
    <ChoicesInput
      {...field}
      id={id}
      value={texts}
      faults={faults}
      onChange={(chosen) => onChange(numbers ? chosen.map(Number) : chosen)}
    />
  );
}

function Group({ id, name, tree, faults, onChange }: Props & { readonly tree: Tree }) {
  const { label, hint } = useLabel(name);
  return (
    <fieldset className="group" id={id}>
      <legend className="group-title">{label}</legend>
      {hint && <p className="soft">{hint}</p>}
      <div className="group-fields">
        {Object.entries(tree).map(([part, value]) => (
          <TreeField
            key={part}
            id={`${id}.${part}`}
            name={part}
            value={value}
            faults={faults}
            onChange={onChange && ((changed) => onChange({ ...tree, [part]: changed }))}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Lines of the same shape; a new one begins as a copy of the last. */
function Lines({ id, name, lines, faults, onChange }: Props & { readonly lines: readonly unknown[] }) {
  const { t } = useTexts();
  const { label, hint } = useLabel(name);
  const replaced = (at: number, value: unknown) => lines.map((line, index) => (index === at ? value : line));
  return (
    <fieldset className="group" id={id}>
      <legend className="group-title">{label}</legend>
      {hint && <p className="soft">{hint}</p>}
      <ol className="lines policy-lines">
        {lines.map((line, index) => (
          <li key={index}>
            <div className="group-fields">
              {Object.entries(isTree(line) ? line : {}).map(([part, value]) => (
                <TreeField
                  key={part}
                  id={`${id}.${index}.${part}`}
                  name={part}
                  value={value}
                  faults={faults}
                  onChange={
                    onChange && ((changed) => onChange(replaced(index, { ...(line as Tree), [part]: changed })))
                  }
                />
              ))}
            </div>
            {onChange && (
              <Button size="small" onClick={() => onChange(lines.filter((_, at) => at !== index))}>
                {t('form.removeLine', { number: index + 1 })}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {onChange && <Button onClick={() => onChange([...lines, lines[lines.length - 1]])}>{t('policy.addLine')}</Button>}
    </fieldset>
  );
}

function Shown({ name, text }: { name: string; text: string }) {
  const { label, hint } = useLabel(name);
  return (
    <div className="policy-shown">
      <span className="soft" title={hint}>
        {label}
      </span>{' '}
      <span>{text}</span>
    </div>
  );
}
