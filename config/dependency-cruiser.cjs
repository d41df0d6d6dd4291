/**
 * The one-way rules: page → feature → api → client → network → routes → use case → upstream client → network → system.
 * One sentence each; the reason stands in the comment of the rule.
 */
const contracts = '^bff/(identifiers\\.ts$|http/contract\\.ts$|(features|upstream)/[^/]+/contract[./])';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'A cycle has no direction.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'An import that cannot be resolved is a typing mistake.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'not-to-test',
      severity: 'error',
      comment: 'Nothing imports test.',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'client-to-contracts-only',
      severity: 'error',
      comment: 'The client imports from the BFF only contracts and the identifiers.',
      from: { path: '^client/' },
      to: { path: '^bff/', pathNot: contracts },
    },
    {
      name: 'bff-not-to-client',
      severity: 'error',
      comment: 'The server never imports the client.',
      from: { path: '^bff/' },
      to: { path: '^client/' },
    },
    {
      name: 'client-feature-to-feature',
      severity: 'error',
      comment: 'A feature of the client never imports another feature.',
      from: { path: '^client/features/([^/]+)/' },
      to: { path: '^client/features/', pathNot: '^client/features/$1/' },
    },
    {
      name: 'client-base-not-to-features',
      severity: 'error',
      comment: 'api, platform and ui are below the features.',
      from: { path: '^client/(api|platform|ui)/' },
      to: { path: '^client/features/' },
    },
    {
      name: 'ui-not-to-api',
      severity: 'error',
      comment:
        'Components know no network; what they show is handed to them. They may ask whether somebody is logged in; the shape of a read or a failure is a type.',
      from: { path: '^client/ui/' },
      to: { path: '^client/api/', pathNot: '^client/api/session\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-routes-and-use-cases-know-a-feature',
      severity: 'error',
      comment: 'A feature of the BFF uses nothing of another but its contract.',
      from: { path: '^bff/features/([^/]+)/' },
      to: { path: '^bff/features/', pathNot: ['^bff/features/$1/', '^bff/features/[^/]+/contract\\.ts$'] },
    },
    {
      name: 'contracts-stay-light',
      severity: 'error',
      comment: 'Contracts travel into the client: they import contracts, identifiers and zod/mini only.',
      from: { path: contracts },
      to: { pathNot: [contracts, '^node_modules/zod/'] },
    },
    {
      name: 'upstream-knows-no-feature',
      severity: 'error',
      comment: 'Upstream clients know no feature.',
      from: { path: '^bff/upstream/' },
      to: { path: '^bff/(features|systems)/' },
    },
    {
      name: 'systems-only-over-http',
      severity: 'error',
      comment: 'The BFF reaches a system of record over HTTP alone; only the start-up sequence starts one.',
      from: { path: '^bff/', pathNot: '^bff/(systems/|main\\.ts$|seed\\.ts$|start/|demo/)' },
      to: { path: '^bff/systems/' },
    },
    {
      name: 'demo-knows-the-cast-only',
      severity: 'error',
      comment: 'The demo page shows the cast of the demonstration and touches no system.',
      from: { path: '^bff/demo/' },
      to: { path: '^bff/systems/', pathNot: '^bff/systems/demo-people\\.ts$' },
    },
    {
      name: 'system-not-to-system',
      severity: 'error',
      comment: 'A system of record knows no other system and no feature.',
      from: { path: '^bff/systems/([^/]+)/' },
      to: { path: '^bff/(systems/[^/]+/|features/)', pathNot: '^bff/systems/$1/' },
    },
    {
      name: 'http-knows-no-feature',
      severity: 'error',
      comment: 'What every route uses knows no route.',
      from: { path: '^bff/http/' },
      to: { path: '^bff/(features|systems|upstream)/', pathNot: '/contract\\.ts$' },
    },
    {
      name: 'use-cases-know-no-http-framework',
      severity: 'error',
      comment: 'HTTP in and HTTP out is the business of routes.',
      from: { path: '^bff/features/[^/]+/', pathNot: '/routes\\.ts$|/[a-z-]*routes\\.ts$' },
      to: { path: '^node_modules/express/' },
    },
    {
      name: 'one-file-composes',
      severity: 'error',
      comment: 'compose.ts alone, with its parts in composition/, builds things and hands them down.',
      from: { path: '^bff/', pathNot: '^bff/(compose\\.ts|composition/|main\\.ts|start/)' },
      to: { path: '^bff/(compose\\.ts$|composition/)' },
    },
    {
      name: 'taro-network-only-in-transport',
      severity: 'error',
      comment: 'Pages and components never call the platform directly: platform and api do.',
      from: { path: '^client/features/[^/]+/pages/' },
      to: { path: '^client/api/transport' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['node', 'require', 'import', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: [
        '.ts',
        '.tsx',
        '.weapp.ts',
        '.h5.ts',
        '.weapp.tsx',
        '.h5.tsx',
        '.js',
        '.json',
        '.scss',
        '.png',
      ],
    },
  },
};
