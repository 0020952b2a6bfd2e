import { DomainError } from '@nqi/kernel';
import type { RuleSetFault } from './rule-set-faults.js';

export type RuleSetStep = 'edit' | 'propose' | 'approve' | 'retire';

export function noSuchRuleSet(version: string, pointer?: string): DomainError {
  const text = { zh: `没有规则集 ${version}`, en: `No rule set ${version}` };
  return new DomainError('RULE_SET.UNKNOWN', pointer ? 'invalid' : 'not_found', text, { version }, pointer);
}

export function invalidContent(faults: readonly RuleSetFault[]): DomainError {
  const list = faults.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; ');
  const text = { zh: `规则集内容有误：${list}`, en: `The rule set is not valid: ${list}` };
  return new DomainError('RULE_SET.INVALID', 'invalid', text, { faults }, `/content${faults[0]?.pointer ?? ''}`);
}

export function illegalStep(step: RuleSetStep, status: string): DomainError {
  const text = {
    zh: `规则集状态“${status}”下不能执行“${step}”`,
    en: `A rule set that is ${status} allows no "${step}"`,
  };
  return new DomainError('RULE_SET.ILLEGAL_MOVE', 'conflict', text, { step, status });
}

export function retiredVersion(): DomainError {
  return new DomainError('RULE_SET.RETIRED', 'conflict', { zh: '该规则集已作废', en: 'This rule set is retired' });
}

export function samePerson(): DomainError {
  const text = { zh: '提请人不能审批自己提请的规则集', en: 'Whoever proposed a rule set cannot approve it' };
  return new DomainError('RULE_SET.SAME_PERSON', 'conflict', text);
}

export function backdated(effectiveFrom: Date): DomainError {
  const text = { zh: '生效时间不能早于现在', en: 'A rule set cannot take effect in the past' };
  return new DomainError(
    'RULE_SET.BACKDATED',
    'invalid',
    text,
    { effectiveFrom: effectiveFrom.toISOString() },
    '/effectiveFrom',
  );
}

export function badInstant(): DomainError {
  const text = { zh: '生效时间格式有误', en: 'Not an instant' };
  return new DomainError('RULE_SET.BAD_INSTANT', 'invalid', text, {}, '/effectiveFrom');
}

export function versionTaken(version: string): DomainError {
  const text = { zh: `规则集版本 ${version} 已存在`, en: `There is a rule set ${version} already` };
  return new DomainError('RULE_SET.VERSION_TAKEN', 'conflict', text, { version }, '/version');
}

export function instantTaken(): DomainError {
  const text = { zh: '该生效时间已有规则集', en: 'Another rule set takes effect at this very instant' };
  return new DomainError('RULE_SET.INSTANT_TAKEN', 'conflict', text, {}, '/effectiveFrom');
}
