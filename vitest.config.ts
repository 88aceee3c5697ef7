import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/** What package.json maps to the built files, mapped to their sources. */
const sources = {
  '#session-modules': path('src/open/all-modules.ts'),
  '#tick': path('src/platform/tick-node.ts'),
  '#yaml': path('src/platform/yaml-node.ts'),
  'msw-cassette/fetch': path('src/fetch.ts'),
  'msw-cassette': path('src/index.ts'),
}

/** A machine that is busy with something else is no failure. */
const testTimeout = 30_000

/** The tests run twice: on the newest MSW, and on the oldest major that is supported. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias: sources },
        test: { testTimeout, name: 'msw 3', include: ['{src,test,examples/vitest-setup}/**/*.test.ts'] },
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
