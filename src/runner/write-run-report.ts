import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { describeCause } from '../errors/describe-cause.ts'
import { escapeControlCharacters } from '../errors/escape-control-characters.ts'
import { formatDollars } from './format-dollars.ts'
import { summarizeRun } from './format-run-report.ts'
import type { CassetteReport, RunReport } from './run-report.ts'

/** GitHub refuses a summary of more than a megabyte. */
const MAX_ROWS = 500

/**
 * Writes the report of a run as JSON.
 *
 * @param file the path, relative to the working directory; its folder is created
 * @returns why the file could not be written; undefined if it was
 */
export function writeJsonReport(report: RunReport, file: string): string | undefined {
  return attempt(file, () => {
    mkdirSync(dirname(resolve(file)), { recursive: true })
    writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`)
  })
}

/**
 * Appends the report of a run to GitHub's job summary.
 *
 * @param file the file that `GITHUB_STEP_SUMMARY` names
 * @returns why the file could not be written; undefined if it was, or if there is nothing to report
 */
export function appendJobSummary(report: RunReport, file: string): string | undefined {
  const text = toMarkdown(report)
  return text === '' ? undefined : attempt(file, () => appendFileSync(file, text))
}

function attempt(file: string, write: () => void): string | undefined {
  try {
    write()
    return undefined
  } catch (error) {
    return `Failed to write the report ${escapeControlCharacters(file)}: ${describeCause(error)}.`
  }
}

function toMarkdown(report: RunReport): string {
  const { cassettes, obsolete } = report
  const headline = summarizeRun(report).join('; ')
  if (headline === '' && obsolete.files.length + obsolete.interactions.length === 0) return ''
  const rows = cassettes.slice(0, MAX_ROWS).map(toRow)
  return [
    `### Cassettes\n\n${headline}\n`,
    ...(rows.length === 0
      ? []
      : ['| cassette | | calls not made | tokens | cost |\n| --- | --- | --: | --: | --: |', ...rows]),
    ...(cassettes.length > MAX_ROWS ? [`\nand ${cassettes.length - MAX_ROWS} more`] : []),
    ...obsoleteItems(report),
    '',
  ].join('\n')
}

function toRow({ file, state, saved: { calls, tokens, cost } }: CassetteReport): string {
  const cells = [toCode(file), state, calls, tokens, cost === undefined ? '' : formatDollars(cost)]
  return `| ${cells.join(' | ')} |`
}

function obsoleteItems({ obsolete: { files, interactions } }: RunReport): string[] {
  const items = [
    ...files.map((file) => `- ${toCode(file)}`),
    ...interactions.map(({ file, indexes }) => `- ${toCode(file)} ${indexes.map((index) => `#${index}`).join(' ')}`),
  ]
  return items.length === 0 ? [] : ['\nObsolete:\n', ...items.slice(0, MAX_ROWS)]
}

/** A path as code in a table: neither Markdown nor HTML in it takes effect. */
function toCode(path: string): string {
  return `\`${escapeControlCharacters(path).replaceAll('`', "'").replaceAll('|', '\\|')}\``
}
