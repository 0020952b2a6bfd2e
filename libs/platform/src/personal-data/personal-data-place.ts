import type { Type } from '@nestjs/common';
import type { LocalizedText } from '@nqi/kernel';

export type PersonalRow = Readonly<Record<string, unknown>>;

/** Finds a provider of the service, to open what lies sealed. */
export type FindProvider = <T>(token: Type<T>) => T;

/**
 * What becomes of rows when their person is erased: `remove`; `replace` by the columns set, where `$1` is the person and
 * `$2` the pseudonym; `kept` as they are, by a rule of law that is named.
 */
export type Erasure = 'remove' | { readonly replace: string } | { readonly kept: LocalizedText };

/** A table of the service that holds rows of a person. */
export interface PersonalDataPlace {
  /** What it is, in the words of the person. */
  readonly what: LocalizedText;
  readonly table: string;
  /** SQL condition; `$1` is the person. */
  readonly where: string;
  /** By what the rows name the person. */
  readonly by: 'userId' | 'username';
  /** Columns, or SQL expressions with a name, that an export shows. */
  readonly show: readonly string[];
  readonly open?: (row: PersonalRow, find: FindProvider) => PersonalRow;
  readonly erasure: Erasure;
}

/** A table whose column holds a user name that a pseudonym can stand for. */
export const signedPlace = (
  what: LocalizedText,
  table: string,
  column: string,
  show: readonly string[],
): PersonalDataPlace => ({
  what,
  table,
  where: `${column} = $1`,
  by: 'username',
  show,
  erasure: { replace: `${column} = $2` },
});

/** What an erasure did to one place. */
export interface ErasedPlace {
  readonly what: LocalizedText;
  readonly removed: number;
  readonly replaced: number;
  readonly kept: number;
  readonly rule?: LocalizedText;
}

/** Records of the service's own work, which the law has kept: 档案法 and the rules on government services. */
export const KEPT_AS_FILE: LocalizedText = {
  zh: '政务服务办件档案，依《档案法》及政务服务归档规定保存',
  en: 'Files of public services, kept by the Archives Law',
};

/** Work behind certificates and reports. */
export const KEPT_AS_EVIDENCE: LocalizedText = {
  zh: '检定、检测、认证原始记录与证书，依《计量法》《认证认可条例》及资质认定规定至少保存六年',
  en: 'Records behind certificates and reports, kept for six years at least by the rules on qualification',
};

/** The trail is chained: nobody can change it without the chain telling. */
export const KEPT_AS_TRAIL: LocalizedText = {
  zh: '审计日志，依《网络安全法》第二十一条留存不少于六个月，防篡改，不作更改',
  en: 'Audit trail, kept for six months at least by article 21 of the Cybersecurity Law; it cannot be changed',
};

/** Every service has it. */
export const TRAIL_PLACE: PersonalDataPlace = {
  what: { zh: '操作日志', en: 'Audit trail' },
  table: 'audit_record',
  where: 'username = lower($1)',
  by: 'username',
  show: ['seq', 'content::jsonb AS entry'],
  erasure: { kept: KEPT_AS_TRAIL },
};
