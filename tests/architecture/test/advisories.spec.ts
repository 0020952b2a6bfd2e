import { join } from 'node:path';

type Verdict = (output: string) => { ok: boolean; output: string; open?: string };
const RUNNER: string = join(import.meta.dirname, '../../runner/advisories.mjs');
const { verdictOf } = (await import(RUNNER)) as { verdictOf: Verdict };

const report = (high: number) =>
  JSON.stringify({
    vulnerabilities: { x: { name: 'x', severity: high > 0 ? 'high' : 'low', range: '<2' } },
    metadata: { vulnerabilities: { low: 1 - high, moderate: 0, high, critical: 0 } },
  });

describe('what the registry says of the packages that run', () => {
  it('fails the check when it is grave, and names the package', () => {
    expect(verdictOf(report(1))).toEqual({ ok: false, output: 'high: x <2' });
  });

  it('passes when it is not', () => {
    expect(verdictOf(report(0))).toEqual({ ok: true, output: '' });
  });

  it.each([
    ['a refusal', '{"message":"405 Method Not Allowed - POST somewhere","statusCode":405}', '405 Method Not Allowed'],
    ['no network', '{"error":{"code":"ENOTFOUND","summary":"getaddrinfo"}}', 'getaddrinfo'],
    ['a page', '<html>', '<html>'],
    ['silence', '', 'nothing'],
    ['a report without counts', '{"vulnerabilities":{}}', 'nothing'],
  ])('leaves the question open after %s, never answered', (_, output, said) => {
    expect(verdictOf(output).open).toContain('the registry did not answer');
    if (said !== 'nothing') expect(verdictOf(output).open).toContain(said);
  });
});
