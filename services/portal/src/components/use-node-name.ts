import { useQuery } from '@tanstack/react-query';
import { nodesQuery } from '../app/queries.js';
import { useTexts } from '../i18n/use-texts.js';

/** Gives an office its name; its code while the names are on their way or nobody knows it. */
export function useNodeName(): (code: string) => string {
  const { name } = useTexts();
  const { data: nodes = [] } = useQuery(nodesQuery);
  return (code) => name(nodes.find((node) => node.code === code)?.name) || code;
}
