import { escapeControlCharacters } from '../errors/escape-control-characters.ts'
import type { Difference } from '../matcher/matcher.ts'
import { count } from './count.ts'
import { excerptOf } from './excerpt.ts'
import type { Mismatch, MismatchedFrame, NearestInteraction, SearchedCassette } from './mismatch.ts'
import { shorten } from './shorten.ts'

const MAX_DIFFERENCES = 8
const MAX_CASSETTES = 10

/**
 * Writes a mismatch as text: the request, the cassettes, the differences from the nearest interaction, the advice.
 *
 * @param mismatch the facts
 * @returns several lines, without colour
 */
export function writeMismatch(mismatch: Mismatch): string {
  const { cassettes, nearest, reason, advice } = mismatch
  const lines = [
    headline(mismatch),
    '',
    ...cassettes.slice(0, MAX_CASSETTES).map(writeCassette),
    ...(cassettes.length > MAX_CASSETTES ? [`  … and ${cassettes.length - MAX_CASSETTES} more`] : []),
    ...(nearest ? writeNearest(nearest, reason) : []),
    '',
    ...advice.map((sentence) => `  - ${sentence}`),
  ]
  return escapeControlCharacters(lines.join('\n'))
}

/** The first line has to be sufficient by itself: some SDKs and logs show nothing else. */
function headline({ reason, request, clientFrame, nearest, cassettes }: Mismatch): string {
  if (clientFrame) return frameHeadline(clientFrame, request.url)
  const requested = `${request.method} ${shorten(request.url)}`
  if (reason === 'already-played') {
    const { recorded = 1 } = nearest ?? {}
    return `Already played (${recorded} of ${recorded}), and requested again: ${requested}`
  }
  if (!nearest) return `No recorded interaction matches ${requested}: nothing is recorded`
  return `No recorded interaction matches ${requested}${cassettes.length > 1 ? ` in any of ${cassettes.length} cassettes` : ''}`
}

/** It fits into the reason of a close frame, apart from the URL. */
function frameHeadline({ number, recorded }: MismatchedFrame, url: string): string {
  const why = number > recorded ? `the recorded client sent only ${recorded}` : 'it differs from the recorded one'
  return `Client frame ${number} does not match, ${why}: ${shorten(url)}`
}

function writeCassette({ path, mode, interactions, played }: SearchedCassette): string {
  return `  cassette  ${path} (mode: ${mode}, ${played} of ${interactions} played)`
}

function writeNearest(nearest: NearestInteraction, reason: Mismatch['reason']): string[] {
  const place = nearest.line === undefined ? nearest.path : `${nearest.path}:${nearest.line}`
  const title = `  ${(reason === 'already-played' ? 'recorded' : 'nearest').padEnd(8)}  #${nearest.index} at ${place}`
  if (nearest.results.length === 0)
    return [title, `    ${nearest.method} ${shorten(nearest.url)} (not a URL: nothing can match it)`]
  return [
    title,
    ...nearest.results.flatMap(({ matcher, differences }) => [
      `    ${matcher.padEnd(8)}${differences.length === 0 ? 'equal' : count(differences.length, 'difference')}`,
      ...differences.slice(0, MAX_DIFFERENCES).flatMap(writeDifference),
      ...(differences.length > MAX_DIFFERENCES ? [`      … and ${differences.length - MAX_DIFFERENCES} more`] : []),
    ]),
  ]
}

function writeDifference({ path, recorded, received }: Difference): string[] {
  const [was, is] = excerptOf(recorded, received)
  return [`      ${shorten(path)}`, `        recorded  ${was}`, `        received  ${is}`]
}
