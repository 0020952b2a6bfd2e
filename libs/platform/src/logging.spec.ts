import { NestLogger, createLogger } from './logging.js';

describe('the log', () => {
  let written: string;
  const logger = createLogger('intake', 'info', { write: (line) => (written += line) });
  beforeEach(() => (written = ''));

  const lines = () =>
    written
      .trimEnd()
      .split(/\r\n|[\n\r\u2028\u2029]/)
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it.each(['\n', '\r\n', '\r', '"}\n'])('has one line for a text that would begin another (%j)', (breaking) => {
    const text = `GET /x${breaking}{"level":50,"msg":"forged"}`;

    new NestLogger(logger).warn(text, 'http');

    expect(lines()).toEqual([expect.objectContaining({ level: 40, msg: text, service: 'intake', context: 'http' })]);
  });

  it('holds no secret and no telephone', () => {
    logger.info({ password: 's3cret', body: { phone: '13800138000', authorization: 'Bearer s3cret' } }, 'signed in');

    expect(written).not.toMatch(/s3cret|13800138000/);
    expect(lines()).toHaveLength(1);
  });
});
