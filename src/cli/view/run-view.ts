import { resolve } from 'node:path'
import { count } from '../../diagnostics/count.ts'
import { prettyJson } from '../../json/pretty-json.ts'
import { createPageFile } from '../../storage/create-page-file.ts'
import { PAGE_MARK, type PageCode, renderPage } from '../../view/render-page.ts'
import { type CassetteToView, toViewData } from '../../view/to-view-data.ts'
import { type ExitCode, exitCodes, type Failure, UsageError } from '../command.ts'
import { type ConversationReader, createConversationReader } from '../conversation-reader.ts'
import { eachCassette } from '../each-cassette.ts'
import { toFailure } from '../read-input.ts'
import { givenPaths, type SelectedCassette, type Selection, selectCassettes } from '../select/select-cassettes.ts'
import { oneLine, type Terminal } from '../terminal.ts'
import { compareViews } from './compare-views.ts'
import { createBadgeFinder } from './find-badges.ts'
import { openPage } from './open-page.ts'
import { readViewArguments, type ViewArguments } from './read-view-arguments.ts'

/** `build.ts` replaces this by the code of the page. */
declare const VIEW_PAGE: PageCode

/** See `view`. */
export async function runView(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readViewArguments(args)
  const { afterwards, against, file, out, output, prices, replace } = options
  const readConversation = await createConversationReader(prices)
  const failures: Failure[] = []
  const cassettes = await readCassettes({ ...options, readConversation }, failures, terminal)
  const data = await toViewData(cassettes, { readConversation, against })
  const text = renderPage(data, VIEW_PAGE)
  if (createPageFile({ file, text, mark: PAGE_MARK, replace }) === 'kept')
    throw new UsageError(`--out is "${out}", which is a file of something else. To replace it, add --force.`)
  for (const { message } of failures) terminal.err(message)
  const interactions = data.cassettes.reduce((sum, cassette) => sum + cassette.interactions.length, 0)
  const counts = { cassettes: cassettes.filter(({ failure }) => failure === undefined).length, interactions }
  if (output === 'json') terminal.json(prettyJson({ output: out, bytes: Buffer.byteLength(text), ...counts, failures }))
  else terminal.out(`${oneLine(out)}: ${count(interactions, 'interaction')} of ${count(counts.cassettes, 'cassette')}`)
  const problem = afterwards === 'open' ? await openPage(file) : undefined
  if (problem !== undefined) terminal.err(`Failed to open ${out}: ${problem}. Open it in a browser.`)
  return failures.length > 0 || problem !== undefined ? exitCodes.failed : exitCodes.done
}

interface ViewSources extends ViewArguments {
  readonly readConversation: ConversationReader
}

/** @param failures those that fail are added to it */
async function readCassettes(options: ViewSources, failures: Failure[], terminal: Terminal): Promise<CassetteToView[]> {
  const { file, out, paths } = options
  const { selections, failures: absent } = await selectCassettes(paths)
  if (selections.some(({ path }) => resolve(path) === file))
    throw new UsageError(`--out is "${out}", which is a cassette to show, and must be another file.`)
  const other = await readOther(options, selections.length)
  failures.push(...absent)
  const run = (selection: Selection): CassetteToView => toCassetteToView(selection.read(), other, options)
  const work = { sources: selections, paths: givenPaths(selections), verb: 'read', failures, terminal }
  return [...eachCassette({ ...work, run, toFailed: toUnread }), ...absent.map(toUnread)]
}

async function readOther({ against }: ViewArguments, shown: number): Promise<SelectedCassette | undefined> {
  if (against === undefined) return undefined
  if (shown !== 1) throw new UsageError(`--against compares one cassette, and there are ${shown} to view.`)
  const { selections, failures } = await selectCassettes([against])
  const [first, ...more] = selections
  if (!first || more.length > 0)
    throw new UsageError(failures[0]?.message ?? `--against is "${against}", and must name one cassette.`)
  try {
    return first.read()
  } catch (error) {
    throw new UsageError(toFailure(error, first, 'read').message)
  }
}

function toCassetteToView(
  selected: SelectedCassette,
  other: SelectedCassette | undefined,
  { oldest, readConversation }: ViewSources,
): CassetteToView {
  const findBadges = createBadgeFinder(selected, oldest)
  const compared = other && compareViews(other, selected, readConversation)
  const interactions = selected.interactions.map(({ index, interaction }) => {
    const diff = compared?.diffs.get(index)
    return { index, interaction, badges: findBadges(interaction), ...(diff && { diff }) }
  })
  return {
    path: selected.path,
    format: selected.cassette.format,
    interactions,
    ...(compared && { removed: compared.removed }),
  }
}

function toUnread({ path, message }: Failure): CassetteToView {
  return { path, failure: message, interactions: [] }
}
