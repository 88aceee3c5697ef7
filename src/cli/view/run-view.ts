import { resolve } from 'node:path'
import { chunksFitBody, type Interaction } from '../../cassette.ts'
import { prettyJson } from '../../json/pretty-json.ts'
import { readConversation } from '../../llm/read-conversation.ts'
import { checkExpires, type Expires, toLimit } from '../../session/expiry.ts'
import { createPageFile } from '../../storage/create-page-file.ts'
import { pathKind } from '../../storage/read-folder.ts'
import { PAGE_MARK, type PageCode, renderPage } from '../../view/render-page.ts'
import { type CassetteToView, toViewData } from '../../view/to-view-data.ts'
import type { Badge } from '../../view/view-data.ts'
import { type ExitCode, exitCodes, UsageError } from '../command.ts'
import { findInputs, type Input } from '../find-inputs.ts'
import { parseArguments } from '../parse-arguments.ts'
import { readInput, toFailure } from '../read-input.ts'
import { oneLine, type Terminal } from '../terminal.ts'
import { openPage } from './open-page.ts'

/** `build.ts` replaces this by the code of the page. */
declare const VIEW_PAGE: PageCode

/** See `view`. */
export async function runView(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { paths, file, out, oldest, replace, show, output } = readArguments(args)
  const { inputs, failures } = await findInputs(paths)
  if (inputs.some((input) => input.file === file))
    throw new UsageError(`--out is "${out}", which is a cassette to show, and must be another file.`)
  const cassettes: CassetteToView[] = []
  for (const [index, input] of inputs.entries()) {
    terminal.progress(`${index + 1}/${inputs.length} ${input.path}`)
    cassettes.push(readCassette(input))
  }
  const shown = [...cassettes, ...failures.map(({ path, message }) => ({ path, failure: message }))]
  const data = await toViewData(shown, { readConversation, findBadges: (each) => findBadges(each, oldest) })
  const text = renderPage(data, VIEW_PAGE)
  if (createPageFile({ file, text, mark: PAGE_MARK, replace }) === 'kept')
    throw new UsageError(`--out is "${out}", which is not a page of this command. To replace it, add --force.`)
  const unread = data.cassettes.flatMap(({ path, failure }) => (failure === undefined ? [] : [{ path, message: failure }]))
  for (const { message } of unread) terminal.err(message)
  const counts = { cassettes: inputs.length, interactions: data.cassettes.flatMap(({ interactions }) => interactions).length }
  if (output === 'json') terminal.json(prettyJson({ output: out, bytes: Buffer.byteLength(text), ...counts, failures: unread }))
  else terminal.out(`${oneLine(out)}: ${describeCounts(counts)}`)
  const problem = show === 'open' ? await openPage(file) : undefined
  if (problem !== undefined) terminal.err(`Failed to open ${out} in a browser: ${problem}. Open it yourself.`)
  return unread.length > 0 || problem !== undefined ? exitCodes.failed : exitCodes.done
}

function readCassette(input: Input): CassetteToView {
  try {
    return { path: input.path, cassette: readInput(input) }
  } catch (error) {
    return { path: input.path, failure: toFailure(error, input, 'read').message }
  }
}

function findBadges({ recordedAt, response }: Interaction, oldest: Date | undefined): Badge[] {
  const { body, chunks } = response
  return [
    // The recorder writes only chunks that fit.
    ...(chunks && !chunksFitBody(chunks, body.length) ? (['edited'] as const) : []),
    ...(oldest && recordedAt && recordedAt < oldest ? (['expired'] as const) : []),
  ]
}

function describeCounts({ cassettes, interactions }: { cassettes: number; interactions: number }): string {
  const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
  return `${count(interactions, 'interaction')} of ${count(cassettes, 'cassette')}`
}

interface ViewArguments {
  readonly paths: readonly string[]
  /** Absolute. */
  readonly file: string
  /** The same, as the user spelled it. */
  readonly out: string
  /** Older interactions have expired. */
  readonly oldest: Date | undefined
  readonly replace: 'own pages' | 'any file'
  readonly show: 'open' | 'path'
  readonly output: 'text' | 'json'
}

function readArguments(args: readonly string[]): ViewArguments {
  const { values, positionals } = parseArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string', default: 'cassettes.html' },
      open: { type: 'boolean' },
      expires: { type: 'string' },
      force: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  })
  const { out, expires } = values
  if (positionals.length === 0) throw new UsageError('There is no file or folder to view.')
  if (out === '') throw new UsageError('--out is empty, and must be a file.')
  if (pathKind(resolve(out)) === 'folder') throw new UsageError(`--out is "${out}", which is a folder, and must be a file.`)
  return {
    paths: positionals,
    file: resolve(out),
    out,
    oldest: expires === undefined ? undefined : toOldest(expires),
    replace: values.force ? 'any file' : 'own pages',
    show: values.open ? 'open' : 'path',
    output: values.json ? 'json' : 'text',
  }
}

function toOldest(expires: string): Date {
  try {
    checkExpires(expires, '--expires')
  } catch {
    throw new UsageError(`--expires is "${expires}", and must be an age such as 30d, 12h or 15m.`)
  }
  return toLimit(expires as Expires)
}
