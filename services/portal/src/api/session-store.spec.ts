import { SessionStore } from './session-store.js';

const memory = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};
const TOKENS = { accessToken: 'a1', refreshToken: 'r1', expiresIn: 900 };
const NEXT = { accessToken: 'a2', refreshToken: 'r2', expiresIn: 900 };

describe('SessionStore', () => {
  it('keeps only the refresh token where a reload finds it', () => {
    const keep = memory();
    new SessionStore(keep).open(TOKENS);

    const reloaded = new SessionStore(keep);

    expect(reloaded.accessToken).toBeUndefined();
    expect(reloaded.refreshToken).toBe('r1');
  });

  it('exchanges a refresh token once however many calls ask', async () => {
    const store = new SessionStore(memory());
    store.open(TOKENS);
    const asked: string[] = [];
    const exchange = (token: string) => {
      asked.push(token);
      return Promise.resolve(NEXT);
    };

    const answers = await Promise.all([store.refresh(exchange), store.refresh(exchange)]);

    expect(answers).toEqual([true, true]);
    expect(asked).toEqual(['r1']);
    expect(store.accessToken).toBe('a2');
  });

  it('ends when the exchange is refused', async () => {
    const store = new SessionStore(memory());
    store.open(TOKENS);
    let ended = 0;
    store.onEnd(() => ended++);

    expect(await store.refresh(() => Promise.resolve(undefined))).toBe(false);
    expect(store.refreshToken).toBeUndefined();
    expect(ended).toBe(1);
  });

  it('stays when the exchange could not be made', async () => {
    const store = new SessionStore(memory());
    store.open(TOKENS);

    await expect(store.refresh(() => Promise.reject(new Error('offline')))).rejects.toThrow('offline');
    expect(store.refreshToken).toBe('r1');
  });
});
