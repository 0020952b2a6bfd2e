import { DomainError, type LocalizedText } from '@nqi/kernel';

const refused = (code: string, text: LocalizedText) => new DomainError(`TRAINING.${code}`, 'conflict', text);

export const unknownTraining = () =>
  new DomainError('TRAINING.UNKNOWN', 'not_found', { zh: '没有此培训活动', en: 'No such training' });
export const notSignedUp = () =>
  new DomainError('TRAINING.NOT_SIGNED_UP', 'not_found', { zh: '没有此报名', en: 'There is no such sign-up' });
export const trainingCancelled = () => refused('CANCELLED', { zh: '活动已取消', en: 'The training is cancelled' });
export const signUpOver = () => refused('SIGN_UP_OVER', { zh: '报名已截止', en: 'It is too late to sign up' });
export const alreadySignedUp = () =>
  refused('SIGNED_UP_ALREADY', { zh: '贵单位已报名', en: 'Your enterprise is signed up already' });
export const listFull = () => refused('LIST_FULL', { zh: '候补名单已满', en: 'The waiting list is full' });
export const tooLate = () => refused('BEGUN', { zh: '活动已开始', en: 'The training has begun' });
export const tooEarly = () => refused('NOT_BEGUN', { zh: '活动尚未开始', en: 'The training has not begun' });

export function badTimes(pointer: string): DomainError {
  const text = {
    zh: '时间须为将来，且报名截止不晚于开始、开始早于结束',
    en: 'It lies ahead, sign-up ends before it starts, and it starts before it ends',
  };
  return new DomainError('TRAINING.BAD_TIMES', 'invalid', text, {}, pointer);
}
