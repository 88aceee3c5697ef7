import { systemErrorCode } from '../../storage/system-error.ts'
import type { LintRule } from '../lint-rule.ts'

/** The rules of secretlint's recommended preset, if the project has installed it: `@secretlint/core` is an optional peer. */
export const secretlint: LintRule = {
  name: 'secretlint',
  severity: 'error',
  summary: "findings of secretlint's recommended rules, if it is installed",
  async check({ text, path }) {
    const lint = await loadSecretlint()
    if (!lint) return []
    const { messages } = await lint(text, path)
    return messages.map(({ message, loc }) => ({
      message: `${message}. Revoke it, and replace it`,
      place: { kind: 'position', line: loc.start.line, column: loc.start.column + 1 },
    }))
  },
}

type Lint = (text: string, path: string) => ReturnType<typeof import('@secretlint/core')['lintSource']>

async function loadSecretlint(): Promise<Lint | undefined> {
  try {
    const [{ lintSource }, { creator }] = await Promise.all([
      import('@secretlint/core'),
      import('@secretlint/secretlint-rule-preset-recommend'),
    ])
    const rules = [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, options: {} }]
    return (content, filePath) =>
      lintSource({
        source: { content, filePath, ext: '.yaml', contentType: 'text' },
        options: { config: { rules }, maskSecrets: true },
      })
  } catch (error) {
    if (systemErrorCode(error) === 'ERR_MODULE_NOT_FOUND') return undefined
    throw error
  }
}
