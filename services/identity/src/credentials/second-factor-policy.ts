import { DomainError } from '@nqi/kernel';

interface Person {
  readonly roles: readonly string[];
  /** Made for showing the system. */
  readonly demonstration: boolean;
}

/** Everybody but people of enterprises works for the service system or sees other people's data. */
export const isStaff = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.some((role) => !role.startsWith('enterprise_'));

/** Staff need a second factor; accounts of a demonstration do not, while the system runs as one. */
export const needsSecondFactor = (person: Person, mode: 'production' | 'demonstration'): boolean =>
  isStaff(person) && !(person.demonstration && mode === 'demonstration');

/** The password was right, and a code from the person's app is asked for as well. */
export const codeNeeded = (): DomainError =>
  new DomainError(
    'AUTH.SECOND_FACTOR_NEEDED',
    'forbidden',
    { zh: '请输入验证器上的 6 位动态码', en: 'Please enter the code from your authenticator app' },
    {},
    '/code',
  );

export const codeWrong = (pointer = '/code'): DomainError =>
  new DomainError(
    'AUTH.SECOND_FACTOR_WRONG',
    'forbidden',
    { zh: '动态码不正确或已使用过', en: 'The code is wrong or was used already' },
    {},
    pointer,
  );

export const enrolmentNeeded = (): DomainError =>
  new DomainError('AUTH.SECOND_FACTOR_ENROL', 'forbidden', {
    zh: '该账号须先绑定验证器，方可登录',
    en: 'This account needs an authenticator app before it can sign in',
  });
