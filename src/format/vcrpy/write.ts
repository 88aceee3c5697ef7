import { decodeUtf8 } from '../../body/decode-utf8.ts'
import type { Interaction, RecordedRequest } from '../../cassette.ts'
import { toWireHeaders } from '../wire-headers.ts'
import { groupByName, writeLists } from '../yaml-writer/yaml-lists.ts'
import { writeBytes, writeText } from '../yaml-writer/yaml-text.ts'

/**
 * Writes a cassette that vcrpy loads and replays. A request must have exactly these four keys: vcrpy passes them to a
 * constructor by name.
 *
 * @param interactions in file order
 * @returns the text of a vcrpy version 1 file, with the keys in vcrpy's order
 */
export function writeVcrpy(interactions: readonly Interaction[]): string {
  if (interactions.length === 0) return 'interactions: []\nversion: 1\n'
  return `interactions:\n${interactions.map(writeInteraction).join('')}version: 1\n`
}

/** The spaces before the keys of a request and a response. */
const INDENT = '    '

function writeInteraction(interaction: Interaction): string {
  return [
    '- request:\n',
    ...indent(toRequestLines(interaction.request)),
    '  response:\n',
    ...indent(toResponseLines(interaction)),
  ].join('')
}

function toRequestLines({ method, url, headers, body }: RecordedRequest): string[] {
  return [
    `body: ${body.length > 0 ? writeBytes(body, decodeUtf8(body), INDENT) : 'null'}`,
    ...writeLists('headers', groupByName(headers), INDENT),
    `method: ${writeText(method, INDENT)}`,
    `uri: ${writeText(url, INDENT)}`,
  ]
}

function toResponseLines(interaction: Interaction): string[] {
  const { status, statusText, body } = interaction.response
  return [
    'body:',
    `  string: ${writeBytes(body, decodeUtf8(body), `${INDENT}  `)}`,
    ...writeLists('headers', groupByName(toWireHeaders(interaction)), INDENT),
    'status:',
    `  code: ${status}`,
    `  message: ${writeText(statusText, `${INDENT}  `)}`,
  ]
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `${INDENT}${line}\n`)
}
