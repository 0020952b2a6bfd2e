import { judgeRefresh, refreshTokenOf, startSession } from './session.js';

const HOUR = 3_600_000;
const at = (hours: number) => new Date(Date.UTC(2026, 10, 24) + hours * HOUR);
const session = startSession('s', 'u', at(0));
const token = refreshTokenOf(session, Buffer.from('t'), at(0));

describe('a session', () => {
  it('goes on with a token that is used for the first time', () => {
    expect(judgeRefresh(session, token, at(11))).toBe('rotate');
  });

  it('is over for somebody who was away twelve hours', () => {
    expect(judgeRefresh(session, token, at(12))).toBe('over');
  });

  it('is over after a week, however busy', () => {
    const last = refreshTokenOf(session, Buffer.from('l'), at(7 * 24 - 1));

    expect(last.expiresAt).toEqual(session.expiresAt);
    expect(judgeRefresh(session, last, at(7 * 24))).toBe('over');
  });

  it('notices a token that comes twice, also when that token has expired', () => {
    const used = { ...token, usedAt: at(1) };

    expect(judgeRefresh(session, used, at(2))).toBe('reused');
    expect(judgeRefresh(session, used, at(20))).toBe('reused');
  });

  it('stays over once it has ended', () => {
    expect(judgeRefresh({ ...session, endedAt: at(1) }, token, at(1))).toBe('over');
  });
});
