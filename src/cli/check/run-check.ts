import { createInterface } from 'node:readline/promises'
import { type Interaction, sampleOf } from '../../cassette.ts'
import { canBeSentAgain, checkInteraction } from '../../check/check-interaction.ts'
import type { Drift } from '../../check/compare-shapes.ts'
import { type LiveRequest, toLiveRequest } from '../../check/live-request.ts'
import { count } from '../../diagnostics/count.ts'
import { prettyJson } from '../../json/pretty-json.ts'
import { type ExitCode, exitCodes, type Failure, UsageError } from '../command.ts'
import { createConversationReader } from '../conversation-reader.ts'
import { eachCassette } from '../each-cassette.ts'
import { findInputs, type Input } from '../find-inputs.ts'
import { annotation } from '../github.ts'
import { readInput } from '../read-input.ts'
import { type Style, styled } from '../styled.ts'
import { oneLine, type Terminal } from '../terminal.ts'
import { describePlan } from './describe-plan.ts'
import { type CheckArguments, readCheckArguments } from './read-check-arguments.ts'

/** See `check`. */
export async function runCheck(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const check = readCheckArguments(args, process.env)
  const { candidates, failures } = await findCandidates(check, terminal)
  const selected = sample(candidates, check.sample)
  const planned = selected.map((each) => ({ ...each, live: toLiveRequest(each.interaction, check) }))
  const sent = planned.filter(isSendable)
  const plan = describePlan(sent, await createConversationReader(check.prices, new Date()))
  // In the other formats, stdout has only results.
  if (check.format === 'text') terminal.out(plan)
  else terminal.err(plan)
  if (sent.length > 0) {
    assertOneHost(sent, check)
    await confirm(check)
  }
  const results: CheckResult[] = []
  for (const [index, each] of planned.entries()) {
    terminal.progress(`${index + 1}/${planned.length} ${each.path}`)
    results.push(await checkOne(each))
  }
  for (const { message } of failures) terminal.err(message)
  write(results, failures, check.format, terminal)
  const hasError = results.some(({ drifts }) => drifts.some(({ severity }) => severity === 'error'))
  return hasError || failures.length > 0 || sent.length === 0 ? exitCodes.failed : exitCodes.done
}

interface Candidate {
  readonly path: string
  readonly index: number
  readonly interaction: Interaction
}

interface Planned extends Candidate {
  readonly live: LiveRequest
}

interface CheckResult extends Pick<Candidate, 'path' | 'index'> {
  readonly line: number | undefined
  /** Why the request was not sent. */
  readonly skipped: string | undefined
  readonly drifts: readonly Drift[]
}

async function findCandidates(
  { paths }: CheckArguments,
  terminal: Terminal,
): Promise<{ candidates: Candidate[]; failures: Failure[] }> {
  const { inputs, failures } = await findInputs(paths)
  const run = (input: Input): Candidate[] =>
    readInput(input)
      .interactions.map((interaction, index) => ({ path: input.path, index, interaction }))
      // The further samples have the same form, and cost as much as the first one.
      .filter(({ interaction }) => sampleOf(interaction) === 0 && canBeSentAgain(interaction))
  const candidates = [...eachCassette({ sources: inputs, paths, verb: 'read', failures, terminal, run })].flat()
  return { candidates, failures }
}

/** Evenly spaced, so that the same requests are sent each time. */
function sample(candidates: readonly Candidate[], size: number | undefined): readonly Candidate[] {
  if (size === undefined || size >= candidates.length) return candidates
  return Array.from({ length: size }, (_, index) => candidates[Math.floor((index * candidates.length) / size)]).filter(
    (candidate) => candidate !== undefined,
  )
}

function isSendable(planned: Planned): planned is Planned & { live: Extract<LiveRequest, { kind: 'request' }> } {
  return planned.live.kind === 'request'
}

/** A header of the user can be a credential, and a cassette can name any host. */
function assertOneHost(
  sent: readonly { live: Extract<LiveRequest, { kind: 'request' }> }[],
  { headers }: CheckArguments,
): void {
  const hosts = [...new Set(sent.map(({ live }) => new URL(live.url).host))]
  if (headers.length > 0 && hosts.length > 1)
    throw new UsageError(`--header would be sent to ${hosts.join(', ')}. Name the cassettes of one host, or --origin.`)
}

/** @throws UsageError without a consent */
async function confirm({ consent }: CheckArguments): Promise<void> {
  if (consent === 'given') return
  if (!process.stdin.isTTY) throw new UsageError('Requests cost money. To send them, add --yes.')
  const prompt = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await prompt.question('Send them? [y/N] ')
    if (!/^y(?:es)?$/i.test(answer.trim())) throw new UsageError('Nothing was sent.')
  } finally {
    prompt.close()
  }
}

async function checkOne({ path, index, interaction, live }: Planned): Promise<CheckResult> {
  const { line } = interaction
  return live.kind === 'skipped'
    ? { path, index, line, skipped: live.reason, drifts: [] }
    : { path, index, line, skipped: undefined, drifts: await checkInteraction(interaction, live) }
}

function write(
  results: readonly CheckResult[],
  failures: readonly Failure[],
  format: CheckArguments['format'],
  terminal: Terminal,
): void {
  if (format === 'json') {
    terminal.json(prettyJson({ results, failures }))
    return
  }
  for (const result of results) {
    if (result.skipped !== undefined && format === 'text')
      terminal.out(oneLine(`${result.path} #${result.index} was not sent: ${result.skipped}`))
    for (const drift of result.drifts)
      terminal.out(format === 'github' ? toAnnotation(result, drift) : toLine(result, drift))
  }
  const checked = results.filter(({ skipped }) => skipped === undefined)
  const drifted = checked.filter(({ drifts }) => drifts.length > 0).length
  terminal.out(`${count(checked.length, 'request')} sent, ${drifted} answered differently.`)
}

const STYLES: Readonly<Record<Drift['severity'], Style>> = { info: 'blue', warn: 'yellow', error: 'red' }

function toLine({ path, index }: CheckResult, { severity, message }: Drift): Parameters<Terminal['out']>[0] {
  return [styled('bold', oneLine(`${path} #${index}`)), ' ', styled(STYLES[severity], severity), oneLine(` ${message}`)]
}

function toAnnotation({ path, index, line }: CheckResult, { severity, message }: Drift): string {
  const level = ({ info: 'notice', warn: 'warning', error: 'error' } as const)[severity]
  return annotation({ level, file: path, line, title: `#${index} has drifted`, message })
}
