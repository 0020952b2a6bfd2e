import { HttpException } from '@nestjs/common';
import { DomainError, type DomainErrorKind, type LocalizedText } from '@nqi/kernel';
import { isTransient } from '@nqi/persistence';
import { InvalidBody, type FieldFault } from './validation.js';
import { KeysUnavailable, Unauthenticated } from './unauthenticated.js';

/** RFC 9457 problem details, with what our clients rely on: a stable `type`, field pointers and the trace id. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly FieldFault[];
  readonly details?: Readonly<Record<string, unknown>>;
  readonly traceId?: string;
}

export type Language = 'zh' | 'en';

const STATUS: Record<DomainErrorKind, number> = {
  invalid: 422,
  not_found: 404,
  conflict: 409,
  forbidden: 403,
  precondition: 412,
  too_large: 413,
  full: 507,
  unavailable: 503,
};

const TITLES: Record<number, LocalizedText> = {
  400: { zh: '请求格式有误', en: 'Malformed request' },
  401: { zh: '请先登录', en: 'Please sign in' },
  403: { zh: '无权操作', en: 'Not permitted' },
  404: { zh: '未找到', en: 'Not found' },
  409: { zh: '与当前状态冲突', en: 'Conflicts with the current state' },
  412: { zh: '数据已被他人更新', en: 'Changed by somebody else' },
  413: { zh: '请求内容过大', en: 'Request too large' },
  415: { zh: '不支持的内容类型', en: 'Unsupported media type' },
  422: { zh: '提交有误', en: 'There is a problem' },
  429: { zh: '请求过于频繁', en: 'Too many requests' },
  500: { zh: '系统错误', en: 'Internal error' },
  503: { zh: '服务暂时不可用，请稍后重试', en: 'Temporarily unavailable, please try again' },
  507: { zh: '存储空间不足', en: 'No room left' },
};

const SIGN_IN: Record<Unauthenticated['fault'], LocalizedText> = {
  missing: { zh: '缺少访问令牌', en: 'The access token is missing' },
  expired: { zh: '访问令牌已过期', en: 'The access token has expired' },
  invalid: { zh: '访问令牌无效', en: 'The access token is not valid' },
  credentials: { zh: '用户名或密码错误', en: 'Wrong user name or password' },
  refresh: { zh: '登录已失效，请重新登录', en: 'The session has ended, please sign in again' },
};

const BAD_TEXT: LocalizedText = {
  zh: '文本中含有无法保存的字符(如空字符)',
  en: 'A text holds a character that cannot be stored, such as NUL',
};

/** PostgreSQL stores neither NUL nor half a surrogate pair, wherever in a body or query they hide. */
const isUnstorable = (error: unknown): boolean =>
  ['22021', '22P05'].includes(String((error as { code?: unknown })?.code));

/** The only table that knows which failure is which HTTP answer. A bug becomes a 500 that tells nothing. */
export function toProblem(error: unknown, language: Language): Problem {
  if (error instanceof DomainError) {
    const detail = error.text[language];
    const errors = error.pointer ? [{ pointer: error.pointer, detail }] : undefined;
    return problem(error.code, STATUS[error.kind], detail, language, { errors, details: error.details });
  }
  if (error instanceof InvalidBody) {
    const detail = error.faults.map(({ pointer, detail: fault }) => `${pointer}: ${fault}`).join('; ');
    return problem('REQUEST.INVALID', 400, detail, language, { errors: error.faults });
  }
  if (error instanceof Unauthenticated) {
    return problem(`AUTH.${error.fault.toUpperCase()}`, 401, SIGN_IN[error.fault][language], language);
  }
  if (isUnstorable(error)) return problem('REQUEST.BAD_TEXT', 400, BAD_TEXT[language], language);
  if (isTransient(error) || error instanceof KeysUnavailable)
    return problem('SERVICE.UNAVAILABLE', 503, TITLES[503]?.[language] ?? '', language);
  const status = httpStatus(error);
  if (status < 500) return problem(`HTTP.${status}`, status, (error as Error).message, language);
  return problem('INTERNAL', 500, TITLES[500]?.[language] ?? '', language);
}

/** zh unless the caller prefers English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh';
}

export function problem(
  type: string,
  status: number,
  detail: string,
  language: Language,
  more: Partial<Pick<Problem, 'errors' | 'details'>> = {},
): Problem {
  const details = more.details && Object.keys(more.details).length > 0 ? more.details : undefined;
  const title = (TITLES[status] ?? TITLES[status < 500 ? 400 : 500])?.[language] ?? '';
  return { type, title, status, detail, ...(more.errors && { errors: more.errors }), ...(details && { details }) };
}

/** Status of an error that a framework raised (unknown route, broken JSON, too large a body); 500 for anything else. */
function httpStatus(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode, code } = (error ?? {}) as { statusCode?: unknown; code?: unknown };
  const known = typeof code === 'string' && code.startsWith('FST_') && typeof statusCode === 'number';
  return known ? statusCode : 500;
}
