import type { PolicyContent } from '../../api/policies.js';
import type { FormFault } from '../../components/error-summary.js';
import { CONTENT } from './content-faults.js';
import { isTree, TreeField } from './tree-field.js';
import { Weights } from './weights.js';

interface Props {
  readonly content: PolicyContent;
  readonly faults: readonly FormFault[];
  /** Without it the content is only shown. */
  readonly onChange?: (content: PolicyContent) => void;
}

/** The fields of a policy as they come: a field that a later version of the service adds is shown without a change here. */
export function ContentEditor({ content, faults, onChange }: Props) {
  const { weights, ...rest } = content;
  const set = onChange && ((name: string, value: unknown) => onChange({ ...content, [name]: value }));
  return (
    <div className="policy-content">
      {isTree(weights) && (
        <Weights
          weights={weights as Readonly<Record<string, number>>}
          faults={faults}
          onChange={set && ((changed) => set('weights', changed))}
        />
      )}
      {Object.entries(rest).map(([name, value]) => (
        <TreeField
          key={name}
          id={`${CONTENT}.${name}`}
          name={name}
          value={value}
          faults={faults}
          onChange={set && ((changed) => set(name, changed))}
        />
      ))}
    </div>
  );
}
