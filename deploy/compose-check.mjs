// Has Docker Compose read docker-compose.yml, where this machine has one. Nothing is built or started.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tools = [['docker', 'compose'], ['docker-compose']];
const found = tools.find(([command, ...args]) => spawnSync(command, [...args, 'version']).status === 0);

if (found === undefined) {
  process.stdout.write('docker-compose.yml was not checked: this machine has no Docker Compose\n');
} else {
  const [command, ...args] = found;
  const env = { ...process.env, POSTGRES_PASSWORD: 'only-for-the-check' };
  const { status, stderr } = spawnSync(command, [...args, 'config', '-q'], { cwd: root, env, encoding: 'utf8' });
  process.stdout.write(status === 0 ? `${found.join(' ')} accepts docker-compose.yml\n` : stderr);
  process.exitCode = status ?? 1;
}
