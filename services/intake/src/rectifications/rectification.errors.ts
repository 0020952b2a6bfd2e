import { DomainError } from '@nqi/kernel';
import { officeSteps, type MovingStep, type RectificationStatus } from './rectification-state.js';

export function unknownRectification(): DomainError {
  return new DomainError('RECTIFICATION.UNKNOWN', 'not_found', {
    zh: '没有此整改单',
    en: 'No such rectification case',
  });
}

export function groundNeeded(): DomainError {
  const text = {
    zh: '申诉须说明属误评还是恶意评价',
    en: 'An appeal says whether the rating was mistaken or malicious',
  };
  return new DomainError('RECTIFICATION.GROUND_NEEDED', 'invalid', text, {}, '/ground');
}

export function onlyRatingsAreAppealed(): DomainError {
  const text = {
    zh: '只有评价可以申诉，投诉和异议不可以',
    en: 'Only a rating can be appealed, not a complaint or an objection',
  };
  return new DomainError('RECTIFICATION.NOT_A_RATING', 'conflict', text);
}

export function extendedBefore(): DomainError {
  const text = { zh: '整改时限只能延长一次', en: 'The limit can be extended only once' };
  return new DomainError('RECTIFICATION.EXTENDED_BEFORE', 'conflict', text);
}

export function nothingToExtend(status: RectificationStatus): DomainError {
  const text = { zh: '整改已完成，无须延长时限', en: 'It is rectified already; there is no limit to extend' };
  return new DomainError('RECTIFICATION.NOTHING_TO_EXTEND', 'conflict', text, { status });
}

export function ownAppeal(): DomainError {
  const text = { zh: '申诉须由他人裁定', en: 'An appeal is decided by somebody else than who made it' };
  return new DomainError('RECTIFICATION.OWN_APPEAL', 'forbidden', text);
}

export function nothingServed(): DomainError {
  const text = {
    zh: '尚无服务机构承接，不能投诉或提出异议',
    en: 'No office serves the request yet, so there is nothing to complain about',
  };
  return new DomainError('RECTIFICATION.NOT_SERVED', 'conflict', text);
}

export function noResultToObject(): DomainError {
  const text = { zh: '尚未出具结果，不能提出异议', en: 'There is no result yet to object to' };
  return new DomainError('RECTIFICATION.NO_RESULT', 'conflict', text);
}

export function openAlready(id: string): DomainError {
  const text = { zh: '已有同类事项正在处理', en: 'A case of this kind is open already' };
  return new DomainError('RECTIFICATION.OPEN_ALREADY', 'conflict', text, { id });
}

export function illegalStep(step: MovingStep, status: RectificationStatus): DomainError {
  const text = {
    zh: `“${status}”状态下不能进行“${step}”`,
    en: `"${step}" is not possible while the case is "${status}"`,
  };
  const steps = officeSteps(status, true);
  return new DomainError('RECTIFICATION.ILLEGAL_STEP', 'conflict', text, { step, status, steps });
}
