import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Interaction } from '../src/cassette.ts'
import { stringifyCassette } from '../src/format/stringify-cassette.ts'
import { lintFile } from '../src/lint/lint-file.ts'
import type { LintSettings } from '../src/lint/lint-rule.ts'
import { rules } from '../src/lint/rules.ts'
import { makeTempFolder } from './temp-folder.ts'

/** Encodes a body. */
export const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const SETTINGS: LintSettings = { allowSecrets: [], expires: undefined, require: undefined }
/** The headers of a JSON body. */
export const JSON_TYPE: Interaction['request']['headers'] = [['Content-Type', 'application/json']]
const STREAM_TYPE: Interaction['request']['headers'] = [['Content-Type', 'text/event-stream']]

/** The parts of an interaction that a test sets. */
interface Changes {
  request?: Partial<Interaction['request']>
  response?: Partial<Interaction['response']>
  recordedAt?: Date
}

/** Builds an interaction in which no rule finds anything. */
export function build({ request, response, ...rest }: Changes = {}): Interaction {
  return {
    request: {
      method: 'POST',
      url: 'https://api.test/v1/chat',
      headers: JSON_TYPE,
      body: encode('{"text":"hi"}'),
      ...request,
    },
    response: { status: 200, statusText: 'OK', headers: JSON_TYPE, body: encode('{"text":"hello"}'), ...response },
    ...rest,
  }
}

/** Writes a cassette. */
export const write = (...interactions: Interaction[]): string => stringifyCassette({ interactions })

/** The findings in a text, without those about its origin. */
export async function lint(text: string | Uint8Array, settings: Partial<LintSettings> = {}, name = 'a.yaml') {
  const file = join(makeTempFolder(), name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  const { findings } = await lintFile({ file, path: name }, rules, { ...SETTINGS, ...settings })
  return findings.map(({ rule, line, column, message }) => `${line}:${column} ${rule}: ${message}`)
}

/** Builds an interaction with an event stream. */
export const stream = (text: string, changes: Partial<Interaction['response']> = {}): Interaction =>
  build({ response: { headers: STREAM_TYPE, body: encode(text), ...changes } })

/** An event of a stream that continues. */
export const CHUNK = 'data: {"choices":[{"delta":{"content":"a"}}]}\n\n'
/** It looks like a credential. */
export const KEY = `sk-ant-api03-${'Ab1'.repeat(31)}`
