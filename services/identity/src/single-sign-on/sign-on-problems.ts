import { DomainError } from '@nqi/kernel';

/** One answer for a state that never was, was used, is too old or comes from another browser. */
export const stateVoid = (): DomainError =>
  new DomainError('SSO.STATE_VOID', 'forbidden', {
    zh: '本次单点登录无效、已使用或已过期，请重新发起',
    en: 'This sign-on is not valid, was used or is too old; please start again',
  });

export const unknownProvider = (): DomainError =>
  new DomainError(
    'SSO.UNKNOWN_PROVIDER',
    'invalid',
    { zh: '没有此登录方式', en: 'There is no such provider' },
    {},
    '/provider',
  );

/** The person, or the provider in their place, said no. */
export const declined = (error: string): DomainError =>
  new DomainError(
    'SSO.DECLINED',
    'forbidden',
    { zh: '统一身份认证平台未予登录', en: 'The provider did not sign you in' },
    { error },
  );

export const codeVoid = (): DomainError =>
  new DomainError('SSO.CODE_VOID', 'forbidden', {
    zh: '授权码已过期或已使用，请重新登录',
    en: 'The provider’s code is too old or was used; please start again',
  });

/** Wrong issuer, audience, nonce, signature or age. */
export const answerFalse = (): DomainError =>
  new DomainError('SSO.ANSWER_FALSE', 'forbidden', {
    zh: '统一身份认证平台的应答未通过校验',
    en: 'What the provider says could not be verified',
  });

export const providerAway = (): DomainError =>
  new DomainError('SSO.PROVIDER_AWAY', 'unavailable', {
    zh: '统一身份认证平台暂时无法连接，请稍后再试或使用密码登录',
    en: 'The provider cannot be reached; please try again later or use your password',
  });

/** Nobody gets an account by signing in elsewhere. */
export const notLinked = (): DomainError =>
  new DomainError('SSO.NOT_LINKED', 'forbidden', {
    zh: '该身份尚未绑定本系统账号，请先用密码登录，再在“账号”页绑定',
    en: 'No account is linked to this identity; please sign in by password and link it on the account page',
  });

export const accountOff = (): DomainError =>
  new DomainError('SSO.ACCOUNT_OFF', 'forbidden', {
    zh: '所绑定的账号已停用',
    en: 'The linked account is out of use',
  });

export const ticketVoid = (): DomainError =>
  new DomainError('SSO.TICKET_VOID', 'forbidden', {
    zh: '等待时间过长或已完成，请重新登录',
    en: 'This has taken too long or is done already; please sign in again',
  });

export const linkedElsewhere = (): DomainError =>
  new DomainError('SSO.LINKED_ELSEWHERE', 'conflict', {
    zh: '该身份已绑定其他账号，或您的账号已绑定该平台的其他身份',
    en: 'This identity belongs to another account, or yours has another one of this provider',
  });

export const noSuchLink = (): DomainError =>
  new DomainError('SSO.UNKNOWN_LINK', 'not_found', { zh: '没有此绑定', en: 'No such link' });

/** Without it nobody could sign in to the account. */
export const lastWayIn = (): DomainError =>
  new DomainError('SSO.LAST_WAY_IN', 'conflict', {
    zh: '该账号未设密码，解绑后将无法登录；请先设置密码',
    en: 'The account has no password, so this is the only way in; set a password first',
  });
