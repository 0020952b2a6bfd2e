import { useQuery } from '@tanstack/react-query';
import { nodesQuery } from '../../app/queries.js';
import type { FormFault } from '../../components/error-summary.js';
import { ChoicesInput } from '../../components/inputs.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly id: string;
  /** The office that asks. */
  readonly except?: string;
  readonly value: readonly string[];
  readonly faults?: readonly FormFault[];
  readonly onChange: (codes: readonly string[]) => void;
}

/** The offices to ask, in the order chosen; none leaves it to the system. */
export function OfficesInput({ except, ...input }: Props) {
  const { t, name } = useTexts();
  const { data: nodes = [] } = useQuery(nodesQuery);
  return (
    <ChoicesInput
      {...input}
      label={t('referral.candidates')}
      hint={t('referral.candidatesHint')}
      optional
      options={nodes
        .filter(({ code, active }) => active && code !== except)
        .map((node) => ({ value: node.code, label: name(node.name) }))}
    />
  );
}
