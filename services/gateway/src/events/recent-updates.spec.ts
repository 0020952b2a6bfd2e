import { RecentUpdates } from './recent-updates.js';

const update = (id: string) => ({ audience: { organizationId: 'A' }, subject: 'request', id, cause: 'x' });
const idsSince = (recent: RecentUpdates, id: string) => recent.since(id)?.map((numbered) => numbered.update.id);

describe('RecentUpdates', () => {
  it('tells what came after a number', () => {
    const recent = new RecentUpdates('a-b', 10);
    const first = recent.add(update('1'));
    recent.add(update('2'));
    recent.add(update('3'));

    expect(idsSince(recent, first.id)).toEqual(['2', '3']);
    expect(idsSince(recent, recent.lastId)).toEqual([]);
  });

  it('says so when it has forgotten some of them', () => {
    const recent = new RecentUpdates('a', 2);
    const first = recent.add(update('1'));
    for (const id of ['2', '3']) recent.add(update(id));

    expect(idsSince(recent, first.id)).toEqual(['2', '3']);
    recent.add(update('4'));
    expect(recent.since(first.id)).toBeUndefined();
  });

  it.each(['b-1', 'nonsense', '', 'a-99', 'a--1'])('does not know the number %j', (id) => {
    const recent = new RecentUpdates('a', 2);
    recent.add(update('1'));

    expect(recent.since(id)).toBeUndefined();
  });
});
