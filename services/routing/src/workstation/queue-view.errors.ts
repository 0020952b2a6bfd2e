import { DomainError } from '@nqi/kernel';
import { VIEW_LIMIT } from './queue-view.js';

export function noSuchView(id: string): DomainError {
  return new DomainError('QUEUE_VIEW.UNKNOWN', 'not_found', { zh: '没有此视图', en: 'No such view' }, { id });
}

export function nameTaken(name: string): DomainError {
  const text = { zh: `已有名为“${name}”的视图`, en: `There is a view named "${name}" already` };
  return new DomainError('QUEUE_VIEW.NAME_TAKEN', 'conflict', text, { name }, '/name');
}

export function tooManyViews(): DomainError {
  const text = { zh: `最多保存 ${VIEW_LIMIT} 个视图`, en: `No more than ${VIEW_LIMIT} views can be kept` };
  return new DomainError('QUEUE_VIEW.TOO_MANY', 'conflict', text, { limit: VIEW_LIMIT });
}

export function mayNotShare(): DomainError {
  const text = { zh: '共享视图由本站负责人维护', en: 'Views of an office are kept by its lead' };
  return new DomainError('QUEUE_VIEW.NOT_YOURS_TO_SHARE', 'forbidden', text, {}, '/shared');
}
