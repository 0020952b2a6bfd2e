import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const LOCK_LASTS_MS = 30_000;

/** Makes a file, readable by its owner alone, unless it is there. Of several makers at once one makes it for all. */
export async function createSecretFile(file: string, content: () => Promise<string>): Promise<void> {
  if (await readFile(file).then(() => true, isOther('ENOENT'))) return;
  await mkdir(dirname(file), { recursive: true });
  const draft = await writeDraft(file, await content());
  try {
    // A link never replaces: whoever comes second reads what the first one made.
    await link(draft, file).catch(isOther('EEXIST'));
  } finally {
    await rm(draft, { force: true });
  }
}

/** Changes a file whole or not at all, one changer at a time. False when somebody else is changing it. */
export async function changeSecretFile(file: string, change: (content: string) => Promise<string>): Promise<boolean> {
  const lock = `${file}.lock`;
  const lockedAt = await stat(lock).then(({ mtimeMs }) => mtimeMs, isOther('ENOENT'));
  if (lockedAt && Date.now() - lockedAt > LOCK_LASTS_MS) await rm(lock, { force: true });
  if (!(await writeFile(lock, '', { flag: 'wx', mode: 0o600 }).then(() => true, isOther('EEXIST')))) return false;
  try {
    const draft = await writeDraft(file, await change(await readFile(file, 'utf8')));
    await rename(draft, file);
    return true;
  } finally {
    await rm(lock, { force: true });
  }
}

async function writeDraft(file: string, content: string): Promise<string> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, content, { mode: 0o600, flag: 'wx' });
  await chmod(draft, 0o600);
  return draft;
}

/** Turns the one expected failure into `false`; every other one is thrown. */
const isOther =
  (expected: string) =>
  (error: unknown): false => {
    if ((error as { code?: string }).code === expected) return false;
    throw error;
  };
