/** For every fence a file that climbs over it; the path is the file's place in a repository like ours. */
export const BREACHES: Readonly<Record<string, { readonly file: string; readonly imports: string }>> = {
  'no-circular': { file: 'services/alpha/src/rings/ring-a.ts', imports: './ring-b.js' },
  'no-service-imports-a-service': {
    file: 'services/alpha/src/alpha.module.ts',
    imports: '../../beta/src/things/thing.js',
  },
  'no-lib-imports-a-service': {
    file: 'libs/messaging/src/shortcut.ts',
    imports: '../../../services/beta/src/things/thing.js',
  },
  'kernel-stands-alone': { file: 'libs/kernel/src/clock.ts', imports: 'rxjs' },
  'lower-libs-do-not-look-up': { file: 'libs/messaging/src/up.ts', imports: '../../platform/src/platform.js' },
  'persistence-does-not-know-messaging': {
    file: 'libs/persistence/src/up.ts',
    imports: '../../messaging/src/messaging.js',
  },
  'production-code-takes-nothing-from-tests': {
    file: 'services/alpha/src/things/borrow.handler.ts',
    imports: '../../../../libs/test-kit/src/kit.js',
  },
  'domain-is-pure': { file: 'services/alpha/src/things/with-framework.ts', imports: '@nestjs/common' },
  // A library is imported by its package name, and the fence must see through that to its folder.
  'domain-is-pure ': { file: 'services/alpha/src/things/with-library.ts', imports: '@nqi/persistence' },
  'domain-does-no-io': { file: 'services/alpha/src/things/with-disk.ts', imports: 'node:fs' },
  'domain-knows-no-role': { file: 'services/alpha/src/things/with-role.ts', imports: './do.handler.js' },
  'use-cases-do-not-know-their-callers': {
    file: 'services/alpha/src/things/upside.handler.ts',
    imports: './things.controller.js',
  },
  'the-edge-goes-through-use-cases': {
    file: 'services/alpha/src/things/direct.controller.ts',
    imports: './thing.repository.js',
  },
  'adapters-do-not-drive': { file: 'services/alpha/src/things/driver.pg-repository.ts', imports: './do.handler.js' },
  'the-portal-talks-http-only': {
    file: 'services/portal/src/short-cut.ts',
    imports: '../../../libs/kernel/src/ids.js',
  },
};

/** What the breaches reach for; none of these breaks a fence itself. */
export const BYSTANDERS: Readonly<Record<string, string>> = {
  'services/alpha/src/rings/ring-b.ts': `import { a } from './ring-a.js';\nexport const b = (): unknown => a;\n`,
  'services/alpha/src/things/do.handler.ts': 'export const b = 1;\n',
  'services/alpha/src/things/things.controller.ts': 'export const b = 1;\n',
  'services/alpha/src/things/thing.repository.ts': 'export const b = 1;\n',
  'services/beta/src/things/thing.ts': 'export const b = 1;\n',
  'libs/kernel/src/ids.ts': `import { v7 } from 'uuid';\nexport const b = v7;\n`,
  'libs/platform/src/platform.ts': 'export const b = 1;\n',
  'libs/messaging/src/messaging.ts': 'export const b = 1;\n',
  'libs/test-kit/src/kit.ts': 'export const b = 1;\n',
};
