const { MUTATED = 'src' } = process.env

/** Mutates one folder or file: `MUTATED=src/stream`. */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  mutate: [MUTATED.endsWith('.ts') ? MUTATED : `${MUTATED}/**/*.ts`, '!**/*.test.ts'],
  // The text of a message is not behaviour.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignoreStatic: true,
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Stryker reads tsconfig.json with an API that TypeScript 7 does not have. The sandbox needs no other paths.
  tsconfigFile: 'none',
  tempDirName: '.stryker-tmp',
  reporters: ['json', 'clear-text'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, skipFull: true },
  jsonReporter: { fileName: `test/mutation/reports/${MUTATED}.json` },
}
