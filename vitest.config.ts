import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/** The imports that package.json maps to built files, mapped to their sources. */
const sources = {
  '#serve': path('src/serve/listen.ts'),
  '#usage': path('src/open/session-usage.ts'),
  '#upstream': path('src/websocket/connect-upstream.ts'),
  '#upgrades': path('src/upgrade/intercept-upgrades.ts'),
  '#session-modules': path('src/open/node-modules.ts'),
  '#formats': path('src/format/formats-page.ts'),
  '#sha256': path('src/platform/sha256-node.ts'),
  '#yaml': path('src/platform/yaml-node.ts'),
  'msw-cassette/fetch': path('src/without-msw.ts'),
  'msw-cassette': path('src/index.ts'),
}

/** Long, so that tests do not fail on a busy machine. */
const testTimeout = 30_000

/** Set by `npm run test:paths`. */
const { MSW_CASSETTE_INTERCEPT: intercept } = process.env

/** The tests that run without MSW, as far as they do not need it: all that depend on the path of a request, and in CI only a few. */
const withoutMsw = intercept
  ? [
      '{test/msw,src/intercept}/**/*.test.ts',
      'test/vitest-*.test.ts',
      'test/examples/{failing,jest,node-test,vitest}.test.ts',
    ]
  : ['test/msw/{clients,escapes,jsdom,mismatch,streams}.test.ts']

/** All tests run with the latest MSW. Those that depend on MSW also run with the oldest supported major version. */
export default defineConfig({
  test: {
    // Many tests wait for child processes, and Vitest's default on 2 cores is one worker.
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias: sources },
        test: {
          testTimeout,
          name: 'msw 3',
          include: ['{src,test,bench,examples/vitest-setup}/**/*.test.ts'],
          globalSetup: 'test/build-if-stale.ts',
        },
      },
      {
        resolve: { alias: sources },
        test: {
          testTimeout,
          name: 'fetch path',
          include: withoutMsw,
          globalSetup: 'test/build-if-stale.ts',
          env: { MSW_CASSETTE_INTERCEPT: intercept ?? 'auto' },
        },
      },
      {
        resolve: {
          alias: {
            ...sources,
            'msw/node': path('node_modules/msw2/lib/node/index.mjs'),
            msw: path('node_modules/msw2/lib/core/index.mjs'),
          },
        },
        test: { testTimeout, name: 'msw 2', include: ['{test/msw,examples/vitest-setup}/**/*.test.ts'] },
      },
    ],
  },
})
