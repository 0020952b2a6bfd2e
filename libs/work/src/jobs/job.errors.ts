import { DomainError } from '@nqi/kernel';

/** Also the answer for a job out of the caller's reach, so that it tells nothing. */
export const unknownJob = (): DomainError =>
  new DomainError('JOB.UNKNOWN', 'not_found', { zh: '没有此任务', en: 'No such job' });
