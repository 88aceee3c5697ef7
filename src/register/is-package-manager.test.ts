import { expect, test } from 'vitest'
import { isPackageManager } from './is-package-manager.ts'

test.each([
  '/usr/lib/node_modules/npm/bin/npx-cli.js',
  '/usr/bin/npm',
  '/home/me/.pnpm/pnpm.cjs',
  '/app/.yarn/releases/yarn-4.9.1.cjs',
  '/usr/bin/corepack',
])('%s is a package manager', (program) => {
  expect(isPackageManager(program)).toBe(true)
})

test.each([undefined, '/app/server.js', '/app/node_modules/next/dist/bin/next', '/app/npm-audit.js', '/npm/app.js'])(
  '%s is an application',
  (program) => {
    expect(isPackageManager(program)).toBe(false)
  },
)
