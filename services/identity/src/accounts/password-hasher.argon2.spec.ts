import { Argon2PasswordHasher } from './password-hasher.argon2.js';

describe('Argon2PasswordHasher', () => {
  const hasher = new Argon2PasswordHasher();

  it('makes an argon2id hash of 19 MiB and two passes that knows its password again', async () => {
    const hash = await hasher.hash('Jiliang-2026');

    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hasher.verify(hash, 'Jiliang-2026')).toBe(true);
    expect(await hasher.verify(hash, 'jiliang-2026')).toBe(false);
  });

  it('takes full-width and half-width digits for the same password', async () => {
    expect(await hasher.verify(await hasher.hash('Jiliang-2026'), 'Jiliang-２０２６')).toBe(true);
  });

  it('works as long for nobody as for somebody', async () => {
    const hash = await hasher.hash('Jiliang-2026');
    await hasher.verify(undefined, 'warm');
    const took = async (known: string | undefined) => {
      const times: number[] = [];
      for (let i = 0; i < 5; i += 1) {
        const from = performance.now();
        await hasher.verify(known, 'wrong');
        times.push(performance.now() - from);
      }
      return Math.min(...times);
    };

    expect((await took(undefined)) / (await took(hash))).toBeGreaterThan(0.5);
    expect(await hasher.verify(undefined, 'nobody has this password')).toBe(false);
  });
});
