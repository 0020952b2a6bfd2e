import { ApiError, isApiError, toProblem } from './problem.js';

describe('toProblem', () => {
  it('keeps what a problem document says', () => {
    const body = {
      type: 'USCC.FAIL_CHECK',
      title: '提交有误',
      status: 422,
      detail: '校验位不符',
      errors: [{ pointer: '/enterpriseUscc', detail: '校验位不符' }, 'noise'],
      traceId: 'abc',
    };

    expect(toProblem(422, body)).toMatchObject({
      type: 'USCC.FAIL_CHECK',
      errors: [{ pointer: '/enterpriseUscc', detail: '校验位不符' }],
      traceId: 'abc',
    });
  });

  it.each([undefined, null, 'a page', [1]])('makes a problem of an answer that is none: %p', (body) => {
    expect(toProblem(502, body, 'from-header')).toMatchObject({
      type: 'HTTP.502',
      status: 502,
      traceId: 'from-header',
    });
  });
});

describe('isApiError', () => {
  it('tells failed calls from other errors, by status when asked', () => {
    const error = new ApiError(toProblem(412, {}));

    expect(isApiError(error, 412)).toBe(true);
    expect(isApiError(error, 409)).toBe(false);
    expect(isApiError(new Error('x'))).toBe(false);
  });
});
