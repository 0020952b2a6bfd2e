import {
  assertReady,
  erasureStatus,
  exportStatus,
  openErasure,
  openExport,
  type Person,
} from './personal-data-case.js';

const AT = new Date('2026-11-24T02:00:00Z');
const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);
const ID = '019ab000-0000-7000-8000-0123456789ab';
const person = (differs: Partial<Person> = {}): Person => ({
  userId: 'u1',
  username: 'Li.Wei',
  roles: ['enterprise_member'],
  otherOwners: 1,
  ...differs,
});

const refusal = (code: string): Error => expect.objectContaining({ code }) as unknown as Error;

describe('an export', () => {
  const asked = openExport(ID, 'u1', AT);
  const ready = { ...asked, doneAt: later(1) };

  it('is gathered, ready, and then over, by download or by time', () => {
    expect(exportStatus(asked, later(1))).toBe('GATHERING');
    expect(exportStatus(ready, later(2))).toBe('READY');
    expect(exportStatus({ ...ready, downloadedAt: later(3) }, later(4))).toBe('DOWNLOADED');
    expect(exportStatus(ready, later(7 * 24 * 60))).toBe('EXPIRED');
  });

  it('is handed out when it is ready and never else', () => {
    expect(() => assertReady(asked, later(1))).toThrow(refusal('PERSONAL_DATA.NOT_READY'));
    expect(() => assertReady({ ...ready, downloadedAt: later(3) }, later(4))).toThrow(
      refusal('PERSONAL_DATA.NOT_READY'),
    );
    expect(() => assertReady(ready, later(2))).not.toThrow();
  });
});

describe('an erasure', () => {
  it('waits until every token that is out is over, and leaves a name that says nothing', () => {
    const asked = openErasure(ID, person(), ' li.wei ', AT);

    expect(asked.pseudonym).toBe('erased-0123456789ab');
    expect(erasureStatus(asked, later(15))).toBe('WAITING');
    expect(erasureStatus(asked, later(16))).toBe('ERASING');
    expect(erasureStatus({ ...asked, doneAt: later(17) }, later(18))).toBe('DONE');
  });

  it.each([
    ['who does not type their own name', person(), 'li', 'ERASURE.NOT_CONFIRMED'],
    ['staff', person({ roles: ['clerk'] }), 'li.wei', 'ERASURE.STAFF'],
    ['the last owner', person({ roles: ['enterprise_owner'], otherOwners: 0 }), 'li.wei', 'ERASURE.LAST_OWNER'],
  ])('is refused to %s', (_, who, confirm, code) => {
    expect(() => openErasure(ID, who, confirm, AT)).toThrow(refusal(code));
  });
});
