import { DomainError } from '@nqi/kernel';
import type { Network } from '../network/network.js';
import type { Decision } from './decision.js';
import { route } from './router.js';
import type { RuleSet } from './rule-set.js';

/**
 * Decides again by what a receipt says was seen. With the network and the rule set of the versions it names, the answer
 * is the receipt itself; other versions are refused, since their answer would prove nothing.
 */
export function replay(receipt: Decision, network: Network, rules: RuleSet): Decision {
  if (network.version !== receipt.networkVersion || rules.version !== receipt.ruleSet) {
    throw new DomainError(
      'ROUTING.OTHER_VERSION',
      'conflict',
      { zh: '规则集或服务体系版本与回执不一致', en: 'Not the rule set or network that the receipt names' },
      { ruleSet: receipt.ruleSet, networkVersion: receipt.networkVersion },
    );
  }
  const { candidates, node } = receipt;
  const loads = new Map([
    ...candidates.map(({ institutionId, openTickets }) => [institutionId, openTickets] as const),
    ...node.steps.map(({ nodeCode, openTickets = 0 }) => [nodeCode, openTickets] as const),
  ]);
  const records = new Map(
    candidates.flatMap(({ institutionId, record }) => (record ? [[institutionId, record] as const] : [])),
  );
  const earlier = candidates.find((candidate) => candidate.earlier);
  const past = { records, ...(earlier && { earlierInstitutionId: earlier.institutionId }) };
  return route(receipt.input, network, loads, rules, past);
}
