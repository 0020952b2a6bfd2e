/**
 * Who may import whom (STYLE: services -> libs -> kernel, one way). Every rule has a fixture in `fixtures/` that breaks
 * it, and a test that the rule bites there.
 *
 * `ROOT` lets the same rules look at the fixtures: a small tree laid out like the repository.
 */
const ROOT = process.env.FENCES_ROOT ? `(?:${process.env.FENCES_ROOT}/)?` : '';
const at = (pattern) => `^${ROOT}${pattern}`;

/** A file whose name has no role suffix is pure domain; process entries, wiring, schema and clients are not. */
const DOMAIN = at('services/(?!gateway|portal)[^/]+/src/.+/[a-z0-9-]+\\.ts$');
const NOT_DOMAIN = [at('services/[^/]+/src/migrations/'), at('services/[^/]+/src/[^/]+\\.ts$')];
const FRAMEWORKS = '^(@nestjs/|typeorm|kafkajs|pg|redis|fastify|@fastify/|prom-client|pino)';

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'two files that need each other are one file or three',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-service-imports-a-service',
      comment: 'services talk over Kafka; HTTP is for people',
      severity: 'error',
      from: { path: at('services/([^/]+)/') },
      to: { path: at('services/'), pathNot: at('services/$1/') },
    },
    {
      name: 'no-lib-imports-a-service',
      severity: 'error',
      from: { path: at('libs/') },
      to: { path: at('services/') },
    },
    {
      name: 'kernel-stands-alone',
      comment: 'the kernel knows identifiers and exact decimals, nothing else',
      severity: 'error',
      from: { path: at('libs/kernel/src/'), pathNot: '\\.spec\\.ts$' },
      to: { pathNot: [at('libs/kernel/'), 'node_modules/(uuid|decimal\\.js)/'] },
    },
    {
      name: 'lower-libs-do-not-look-up',
      comment: 'persistence under messaging under platform under work',
      severity: 'error',
      from: { path: at('libs/(persistence|contracts|messaging|documents|reference-data)/src/') },
      to: { path: at('libs/(platform|work)/') },
    },
    {
      name: 'persistence-does-not-know-messaging',
      severity: 'error',
      from: { path: at('libs/persistence/src/') },
      to: { path: at('libs/(messaging|contracts)/') },
    },
    {
      name: 'production-code-takes-nothing-from-tests',
      severity: 'error',
      from: { path: at('(libs|services)/[^/]+/src/'), pathNot: [at('libs/test-kit/'), '\\.spec\\.ts$'] },
      to: { path: [at('libs/test-kit/'), at('tests/'), '/test/'] },
    },
    {
      name: 'domain-is-pure',
      comment: 'no framework, no storage, no messaging, no I/O in a file without a role suffix',
      severity: 'error',
      from: { path: DOMAIN, pathNot: NOT_DOMAIN },
      to: {
        path: [
          at('libs/(contracts|persistence|messaging|platform)/'),
          `node_modules/${FRAMEWORKS.slice(1)}`,
          FRAMEWORKS,
        ],
      },
    },
    {
      name: 'domain-does-no-io',
      severity: 'error',
      from: { path: DOMAIN, pathNot: NOT_DOMAIN },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-knows-no-role',
      comment: 'the domain does not know who uses it',
      severity: 'error',
      from: { path: DOMAIN, pathNot: NOT_DOMAIN },
      to: { path: '\\.(handler|query|repository|pg-repository|controller|consumer|messages|module)\\.ts$' },
    },
    {
      name: 'use-cases-do-not-know-their-callers',
      severity: 'error',
      from: { path: '\\.(handler|query)\\.ts$' },
      to: { path: '\\.(controller|consumer|pg-repository|module)\\.ts$' },
    },
    {
      name: 'the-edge-goes-through-use-cases',
      comment: 'controllers and consumers reach storage only through handlers and queries',
      severity: 'error',
      from: { path: '\\.(controller|consumer)\\.ts$' },
      to: { path: ['\\.(repository|pg-repository)\\.ts$', at('libs/persistence/')] },
    },
    {
      name: 'adapters-do-not-drive',
      severity: 'error',
      from: { path: '\\.(pg-repository|messages)\\.ts$' },
      to: { path: '\\.(handler|controller|consumer)\\.ts$' },
    },
    {
      name: 'the-portal-talks-http-only',
      severity: 'error',
      from: { path: at('services/portal/') },
      to: { path: [at('libs/'), at('services/(?!portal/)')] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['\\.spec\\.ts$', '^(libs|services)/[^/]+/dist/.*/', '/gen/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types'],
    },
  },
};
