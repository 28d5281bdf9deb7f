/**
 * No file in a circle, and what may not be imported at all. A folder is a noun and holds all its layers, so the order is
 * not one of folders: which layer may import what is in tests/architecture.test.ts.
 */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'migrations-are-frozen',
      comment: 'A step that imports our code changes when that code does.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^(src|views)/' },
    },
    {
      name: 'no-tests-in-the-program',
      severity: 'error',
      from: { path: '^(src|views|migrations)/' },
      to: { path: '^tests/' },
    },
    { name: 'not-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-tools-at-run-time',
      severity: 'error',
      from: { path: '^(src|views|migrations)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    // What is only a type is gone when the program runs.
    tsPreCompilationDeps: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
