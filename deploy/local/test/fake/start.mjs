// The real stack over stand-ins for the services, in the repository whose folder is the first argument.
import { runStack } from '../../stack/run-stack.mjs';

const services = [
  { name: 'identity', database: true },
  { name: 'routing', database: true },
  { name: 'gateway', database: false, door: true },
];
process.exitCode = await runStack({ root: process.argv[2], services, installs: false, builds: false });
