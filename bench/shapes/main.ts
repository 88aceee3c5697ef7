import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { scanText } from '../../src/secret/scan-secrets.ts'
import { samplePattern, seededRandom } from '../../test/sample-pattern.ts'

// Compares the shapes of credentials with secretlint's recommended rules: creates texts from the patterns of the rules, and lists those that
// secretlint reports and the scan of this library does not. Secretlint is installed in this folder by `npm run shapes`.

interface LintResult {
  readonly messages: readonly { readonly ruleId: string }[]
}

interface Core {
  lintSource(input: {
    source: { filePath: string; content: string; ext: string; contentType: 'text' }
    options: { config: { rules: readonly { id: string; rule: unknown }[] } }
  }): Promise<LintResult>
}

const SAMPLES = 20

const require = createRequire(import.meta.url)
const presetFile = require.resolve('@secretlint/secretlint-rule-preset-recommend')
const { creator } = (await import(pathToFileURL(presetFile).href)) as { creator: unknown }
const { lintSource } = (await import(pathToFileURL(require.resolve('@secretlint/core')).href)) as Core

const random = seededRandom(1)
let known = 0
const lacking = new Map<string, string>()
for (const source of patternsIn(readFileSync(presetFile, 'utf8'))) {
  for (let run = 0; run < SAMPLES; run++) {
    const content = `It is ${samplePattern(source, random)} today.\n`
    for (const rule of await rulesThatReport(content)) {
      if (scanText(content).length > 0) known++
      else lacking.set(rule, content.trim().slice(0, 160))
    }
  }
}
console.log(`${known} samples of secretlint's recommended rules are found here too.`)
for (const [rule, content] of lacking) console.log(`lacking: ${rule}: ${content}`)
if (known === 0) throw new Error('No sample was reported by secretlint: its package has another form now.')

/** The regular expressions in the code of the rules. */
function patternsIn(code: string): Set<string> {
  const literals = [
    ...code.matchAll(/(?<=[=(:,[]\s{0,20})\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\]){10,600})\/[gimsuy]{1,4}/g),
  ]
  return new Set(literals.map(([, source = '']) => source))
}

async function rulesThatReport(content: string): Promise<Set<string>> {
  const source = { filePath: 'a.txt', content, ext: '.txt', contentType: 'text' } as const
  const rules = [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }]
  try {
    const { messages } = await lintSource({ source, options: { config: { rules } } })
    return new Set(messages.map(({ ruleId }) => ruleId))
  } catch {
    // Some patterns of the package are not those of credentials, and their samples are no text.
    return new Set()
  }
}
