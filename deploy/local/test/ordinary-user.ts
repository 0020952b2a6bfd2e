import { spawnSync } from 'node:child_process';

/** Put before a command so that an ordinary user runs it, also when root runs the tests. */
export const AS_ORDINARY_USER: readonly string[] =
  process.getuid?.() === 0 ? ['setpriv', '--reuid', '65534', '--regid', '65534', '--clear-groups'] : [];

const [command = '', ...args] = [...AS_ORDINARY_USER, 'test', '-r', import.meta.filename];

/** Where only root may enter the checkout's folder, as in a fresh `mktemp -d`, no ordinary user can run it: left out. */
export const itForOrdinaryUsers = spawnSync(command, args).status === 0 ? it : it.skip;
