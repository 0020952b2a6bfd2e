import { saidByTheFailed } from '../stack/build.mjs';

describe('what a failed build says', () => {
  it('is what the failed projects said', () => {
    const output = [
      'metrology: src/a.ts(1,1): error TS2322',
      'intake: compiled',
      ' NX   Ran target build for 2 projects',
      'Failed tasks:',
      '',
      '- metrology:build',
    ].join('\n');

    expect(saidByTheFailed(output)).toBe('metrology: src/a.ts(1,1): error TS2322');
  });

  it('is everything when Nx itself failed', () => {
    expect(saidByTheFailed('nx: command not found')).toBe('nx: command not found');
  });
});
