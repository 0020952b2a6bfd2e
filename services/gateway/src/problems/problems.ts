import { GatewayProblem } from './gateway-problem.js';

const RETRY_SOON = { 'retry-after': '2' };
const NOT_FOUND = { zh: '未找到', en: 'Not found' };

export const tooLarge = (limitBytes: number): GatewayProblem =>
  new GatewayProblem('REQUEST.TOO_LARGE', 413, {
    title: { zh: '请求内容过大', en: 'Request too large' },
    detail: {
      zh: `请求内容不得超过 ${limitBytes / 1024 / 1024} MB`,
      en: `A request body may have at most ${limitBytes / 1024 / 1024} MB`,
    },
    details: { limitBytes },
  });

export const tooManyCalls = (limit: number, retryAfterSeconds: number): GatewayProblem =>
  new GatewayProblem('RATE_LIMIT.EXCEEDED', 429, {
    title: { zh: '请求过于频繁', en: 'Too many requests' },
    detail: {
      zh: `每分钟最多 ${limit} 次请求，请在 ${retryAfterSeconds} 秒后重试`,
      en: `At most ${limit} requests a minute; try again in ${retryAfterSeconds} s`,
    },
    headers: { 'retry-after': String(retryAfterSeconds) },
    details: { limit, retryAfterSeconds },
  });

/** The token may be good; nobody can tell while identity's keys cannot be had. */
export const keysAway = (cause: unknown): GatewayProblem =>
  new GatewayProblem(
    'IDENTITY.UNAVAILABLE',
    503,
    {
      title: { zh: '服务暂时不可用', en: 'Temporarily unavailable' },
      detail: { zh: '暂时无法验证登录状态，请稍后重试', en: 'Sign-in cannot be checked at the moment; try again' },
      headers: RETRY_SOON,
    },
    { cause },
  );

/** For a call that changes something the outcome is unknown: only an Idempotency-Key makes repeating it safe. */
export const upstreamAway = (service: string, cause: unknown): GatewayProblem =>
  new GatewayProblem(
    'UPSTREAM.UNAVAILABLE',
    503,
    {
      title: { zh: '服务暂时不可用', en: 'Temporarily unavailable' },
      detail: {
        zh: `${service} 服务暂时不可用，请稍后重试`,
        en: `The ${service} service is not available at the moment; try again`,
      },
      headers: RETRY_SOON,
      details: { service },
    },
    { cause },
  );

export const upstreamLate = (service: string, cause: unknown): GatewayProblem =>
  new GatewayProblem(
    'UPSTREAM.TIMEOUT',
    504,
    {
      title: { zh: '服务响应超时', en: 'The service took too long' },
      detail: {
        zh: `${service} 服务未在规定时间内响应；操作可能已生效，请先查询再重试`,
        en: `The ${service} service did not answer in time; the operation may have taken effect, look before you repeat it`,
      },
      details: { service },
    },
    { cause },
  );

export const upstreamBroken = (service: string, cause: unknown): GatewayProblem =>
  new GatewayProblem(
    'UPSTREAM.BAD_ANSWER',
    502,
    {
      title: { zh: '服务响应异常', en: 'Bad answer from the service' },
      detail: { zh: `${service} 服务响应异常`, en: `The ${service} service gave an answer that cannot be passed on` },
      details: { service },
    },
    { cause },
  );

export const badAddress = (): GatewayProblem =>
  new GatewayProblem('REQUEST.BAD_ADDRESS', 400, {
    title: { zh: '请求格式有误', en: 'Malformed request' },
    detail: { zh: '请求地址无效', en: 'The address of the request is not valid' },
  });

export const noSuchAddress = (): GatewayProblem =>
  new GatewayProblem('ADDRESS.UNKNOWN', 404, {
    title: NOT_FOUND,
    detail: { zh: '没有此地址', en: 'Nothing is at this address' },
  });

export const noSuchDeliverable = (): GatewayProblem =>
  new GatewayProblem('DELIVERABLE.UNKNOWN', 404, {
    title: NOT_FOUND,
    detail: { zh: '编号中没有可识别的业务领域', en: 'The number names no domain that issues deliverables' },
  });

export const leaving = (): GatewayProblem =>
  new GatewayProblem('GATEWAY.STOPPING', 503, {
    title: { zh: '服务暂时不可用', en: 'Temporarily unavailable' },
    detail: { zh: '服务正在重启，请稍后重试', en: 'The gateway is being restarted; try again' },
    headers: RETRY_SOON,
  });
