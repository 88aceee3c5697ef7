import { resolveIntercept } from '../intercept/intercept-option.ts'
import { hasFlag } from './has-flag.ts'

/** The Jest preset. `preset: 'msw-cassette'` is the complete setup. */
export default {
  setupFilesAfterEnv: [`msw-cassette/jest/${setupFile()}`],
  reporters: ['default', 'msw-cassette/jest/reporter'],
}

function setupFile(): string {
  // Without the flag, Jest runs the setup only if the project's transform compiles it to CommonJS. The other file explains that.
  if (!hasFlag()) return 'required-setup'
  const intercept = resolveIntercept()
  return intercept === 'fetch' || (intercept === 'auto' && requiresModules()) ? 'fetch-setup' : 'setup'
}

/** Whether Jest can load MSW in the middle of a test: it requires ES modules since Node 24.9. */
function requiresModules(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 24 || (major === 24 && minor >= 9)
}
