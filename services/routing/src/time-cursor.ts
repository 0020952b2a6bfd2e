import { DomainError, isUuid } from '@nqi/kernel';
import { decodeCursor } from '@nqi/platform';

/** A place in a list in the order of an instant and an id; throws `invalid` for a text that is none. */
export function readTimeCursor(cursor: string): { readonly at: Date; readonly id: string } {
  const [time = '', id = ''] = decodeCursor(cursor, 2);
  const at = new Date(time);
  if (isUuid(id) && !Number.isNaN(at.getTime())) return { at, id };
  const text = { zh: '分页游标无效', en: 'The cursor is not valid' };
  throw new DomainError('PAGE.BAD_CURSOR', 'invalid', text, {}, '/cursor');
}
