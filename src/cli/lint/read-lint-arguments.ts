import { suggest } from '../../diagnostics/suggest.ts'
import type { LintRule, LintSettings, Severity } from '../../lint/lint-rule.ts'
import { rules } from '../../lint/rules.ts'
import { UsageError } from '../command.ts'
import { toExpires } from '../expires-option.ts'
import { parseArguments } from '../parse-arguments.ts'
import { oneOfWords, toPattern } from '../words.ts'

/** The arguments of `lint`. */
export interface LintArguments {
  readonly paths: readonly string[]
  readonly rules: readonly LintRule[]
  readonly settings: LintSettings
  readonly work: 'examine' | 'fix' | 'list-rules'
  readonly failOn: Severity
  readonly format: LintFormat
}

/** How findings are printed. */
export type LintFormat = (typeof FORMATS)[number]

const FORMATS = ['text', 'json', 'github'] as const
const SEVERITIES = ['error', 'warning', 'info'] as const

/** @throws UsageError */
export function readLintArguments(args: readonly string[]): LintArguments {
  const { values, positionals } = parseArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      require: { type: 'string' },
      fix: { type: 'boolean' },
      rule: { type: 'string', multiple: true },
      ignore: { type: 'string', multiple: true },
      rules: { type: 'boolean' },
      expires: { type: 'string' },
      allow: { type: 'string', multiple: true },
      'fail-on': { type: 'string' },
      format: { type: 'string' },
      json: { type: 'boolean' },
    },
  })
  if (positionals.length === 0 && !values.rules) throw new UsageError('There is no file or folder to examine.')
  const format = values.json ? 'json' : values.format
  return {
    paths: positionals,
    rules: selectRules(values.rule ?? [], values.ignore ?? []),
    settings: {
      allowSecrets: (values.allow ?? []).map((pattern) => toPattern('--allow', pattern)),
      expires: values.expires === undefined ? undefined : toExpires(values.expires),
      require: values.require === undefined ? undefined : oneOfWords('--require', values.require, ['recorded']),
    },
    work: values.rules ? 'list-rules' : values.fix ? 'fix' : 'examine',
    failOn: oneOfWords('--fail-on', values['fail-on'] ?? 'error', SEVERITIES),
    format: oneOfWords('--format', format ?? 'text', FORMATS),
  }
}

function selectRules(chosen: readonly string[], ignored: readonly string[]): LintRule[] {
  const names = rules.map(({ name }) => name)
  for (const name of [...chosen, ...ignored]) {
    if (!names.includes(name))
      throw new UsageError(`There is no rule "${name}".${suggest(name, names)} Known: ${names.join(', ')}.`)
  }
  return rules.filter(({ name }) => (chosen.length === 0 || chosen.includes(name)) && !ignored.includes(name))
}
