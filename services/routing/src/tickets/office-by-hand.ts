import type { ServiceNode } from '../network/service-node.js';
import { mayTake, type RuleSet } from '../rules/rule-set.js';
import type { TicketState } from './ticket-state.js';
import { belowStatutoryLevel, nodeDoesNotServe } from './ticket.errors.js';

/** Refuses an office that a person names although it is closed, does not serve the domain, or may not by law. */
export function assertServes(
  { code, active, domains, level }: ServiceNode,
  { domain, serviceCode }: Pick<TicketState, 'domain' | 'serviceCode'>,
  rules: RuleSet,
): void {
  if (!active || !domains.includes(domain)) throw nodeDoesNotServe(code);
  if (!mayTake(rules, serviceCode, level)) throw belowStatutoryLevel(code, serviceCode);
}
