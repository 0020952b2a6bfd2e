import { useQuery } from '@tanstack/react-query';
import { nodesQuery } from '../app/queries.js';
import type { FormFault } from './error-summary.js';
import { ChoiceInput, type Choice } from './inputs.js';
import { useTexts } from '../i18n/use-texts.js';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly value: string;
  /** Not this one. */
  readonly except?: string;
  /** Choices besides the offices. */
  readonly also?: readonly Choice[];
  readonly faults?: readonly FormFault[];
  readonly onChange: (code: string) => void;
}

/** One office of the service system. */
export function NodeChoice({ except, also = [], ...input }: Props) {
  const { name } = useTexts();
  const { data: nodes = [] } = useQuery(nodesQuery);
  const offices = nodes
    .filter(({ code }) => code !== except)
    .map((node) => ({ value: node.code, label: name(node.name) }));
  return <ChoiceInput {...input} options={[...also, ...offices]} />;
}
