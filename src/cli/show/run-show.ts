import { resolve } from 'node:path'
import { decodeUtf8 } from '../../body/decode-utf8.ts'
import type { Interaction } from '../../cassette.ts'
import { formatBytes } from '../../diagnostics/units.ts'
import { prettyJson } from '../../json/pretty-json.ts'
import type { Conversation } from '../../llm/conversation.ts'
import { readCassetteFile } from '../../storage/cassette-file.ts'
import { type ExitCode, exitCodes, type Failure, UsageError } from '../command.ts'
import { type ConversationReader, createConversationReader, type Prices } from '../conversation-reader.ts'
import { eachCassette } from '../each-cassette.ts'
import { parseArguments } from '../parse-arguments.ts'
import { givenPaths, type SelectedCassette, type Selection, selectCassettes } from '../select/select-cassettes.ts'
import { joinLines, type Line, styled } from '../styled.ts'
import { oneLine, type Terminal } from '../terminal.ts'
import { type Layout, layOut } from '../text/layout.ts'
import { factsOf } from './facts.ts'
import { createMessageFolder } from './fold-messages.ts'
import { writeHeadline } from './headline.ts'
import { toJson } from './to-json.ts'
import { writeConversation } from './write-conversation.ts'
import { writeExchange } from './write-exchange.ts'
import { closeBlock, writeFrames } from './write-frames.ts'
import { writeRaw } from './write-raw.ts'

/** See `show`. */
export async function runShow(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readArguments(args)
  const read = await createConversationReader(options.prices)
  const { selections, failures } = await selectCassettes(options.paths)
  const run = (selection: Selection): SelectedCassette => selection.read()
  const work = { sources: selections, paths: givenPaths(selections), verb: 'show', failures, terminal }
  const cassettes = eachCassette({ ...work, run })
  if (options.output === 'text') printCassettes(cassettes, selections.length, { ...options, read }, terminal)
  else {
    const shown = [...cassettes].map((selected) => toCassetteJson(selected, { ...options, read }))
    terminal.json(prettyJson({ cassettes: shown, failures }))
  }
  const unread = options.form === 'plain' ? failures.filter((failure) => !printAsIs(failure, terminal)) : failures
  for (const { message } of unread) terminal.err(message)
  return unread.length > 0 ? exitCodes.failed : exitCodes.done
}

/** Git stops at a file for which its textconv fails: an old version that is damaged, or a file that is not a cassette. */
function printAsIs({ path, code }: Failure, terminal: Terminal): boolean {
  if (code !== 'cassette_invalid' && code !== 'cassette_format') return false
  try {
    const bytes = readCassetteFile(resolve(path))
    if (!bytes) return false
    terminal.out(decodeUtf8(bytes) ?? `(${formatBytes(bytes.length)})`)
    return true
  } catch {
    return false
  }
}

function printCassettes(
  cassettes: Iterable<SelectedCassette>,
  total: number,
  options: ShowOptions,
  terminal: Terminal,
): void {
  let place = 0
  for (const selected of cassettes) {
    if (total > 1) terminal.out([place++ > 0 ? '\n' : '', styled('bold', oneLine(selected.path))])
    for (const text of writeCassette(selected, options, terminal)) terminal.out(text)
  }
}

type Content = 'conversation' | 'raw'

interface ShowArguments {
  readonly paths: readonly string[]
  readonly content: Content
  readonly form: Layout['form']
  readonly output: 'text' | 'json'
  readonly prices: Prices
}

interface ShowOptions extends Pick<ShowArguments, 'content' | 'form'> {
  readonly read: ConversationReader
}

function readArguments(args: readonly string[]): ShowArguments {
  const { values, positionals } = parseArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      raw: { type: 'boolean' },
      plain: { type: 'boolean' },
      prices: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  })
  const { raw, plain, prices, json } = values
  if (positionals.length === 0) throw new UsageError('There is no cassette to show.')
  if (positionals.includes('')) throw new UsageError('The name of a cassette is empty.')
  if (plain && (raw || json))
    throw new UsageError(`--plain and --${raw ? 'raw' : 'json'} exclude each other: choose one.`)
  return {
    paths: positionals,
    content: raw ? 'raw' : 'conversation',
    form: plain ? 'plain' : 'screen',
    output: json ? 'json' : 'text',
    prices: prices ? 'listed' : 'recorded',
  }
}

/** Writes a cassette: one text for each interaction, so that a long cassette appears while it is read. */
function* writeCassette(
  { interactions }: SelectedCassette,
  { content, form, read }: ShowOptions,
  { columns }: Terminal,
): Generator<Line> {
  const layout = { form, columns }
  if (interactions.length === 0) yield '(no interactions)'
  const fold = createMessageFolder()
  for (const [place, { interaction, index }] of interactions.entries()) {
    const conversation = read(interaction)
    const headline = writeHeadline(factsOf(interaction, index, conversation), layout.form)
    const lines = content === 'raw' ? writeRaw(interaction) : writeParsed(interaction, index, conversation)
    yield joinLines([...(place > 0 ? [''] : []), headline, ...lines])
  }

  function writeParsed(interaction: Interaction, index: number, conversation: Conversation | undefined): Line[] {
    const { websocket } = interaction.response
    if (!conversation) return websocket ? writeFrames(websocket, layout) : writeExchange(interaction, layout)
    const lines = writeConversation(conversation, fold(conversation.messages, index), layout)
    return websocket ? [...lines, ...layOut([closeBlock(websocket.close)], layout)] : lines
  }
}

function toCassetteJson({ path, cassette, interactions }: SelectedCassette, { content, read }: ShowOptions): unknown {
  return {
    path,
    format: cassette.format,
    interactions: interactions.map(({ interaction, index }) => {
      const conversation = read(interaction)
      const events = content === 'raw' ? 'with events' : 'without events'
      return toJson(interaction, factsOf(interaction, index, conversation), conversation, events)
    }),
  }
}
