import type { CredentialSource } from '../../check/live-request.ts'
import { UsageError } from '../command.ts'
import type { Prices } from '../conversation-reader.ts'
import { parseArguments } from '../parse-arguments.ts'
import { oneOfWords } from '../words.ts'

/** The arguments of `check`. */
export interface CheckArguments extends CredentialSource {
  readonly paths: readonly string[]
  readonly sample: number | undefined
  readonly consent: 'given' | 'to-ask'
  readonly prices: Prices
  readonly format: (typeof FORMATS)[number]
}

const FORMATS = ['text', 'json', 'github'] as const

/** @throws UsageError */
export function readCheckArguments(
  args: readonly string[],
  environment: CredentialSource['environment'],
): CheckArguments {
  const { values, positionals } = parseArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      yes: { type: 'boolean' },
      sample: { type: 'string' },
      header: { type: 'string', multiple: true },
      origin: { type: 'string' },
      prices: { type: 'boolean' },
      format: { type: 'string' },
      json: { type: 'boolean' },
    },
  })
  if (positionals.length === 0) throw new UsageError('There is no file or folder to check.')
  const { sample, header = [], origin, format, prices, yes, json } = values
  if (sample !== undefined && !/^[1-9]\d{0,5}$/.test(sample))
    throw new UsageError(`--sample is "${sample}", and must be a number of requests.`)
  if (origin !== undefined && !isOrigin(origin))
    throw new UsageError(`--origin is "${origin}", and must be an origin such as http://127.0.0.1:8080.`)
  return {
    paths: positionals,
    sample: sample === undefined ? undefined : Number(sample),
    consent: yes ? 'given' : 'to-ask',
    headers: header.map((text) => toHeader(text, environment)),
    origin,
    environment,
    prices: prices ? 'listed' : 'recorded',
    format: oneOfWords('--format', json ? 'json' : (format ?? 'text'), FORMATS),
  }
}

function isOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
}

/** The message does not contain the value, which is a credential. */
function toHeader(text: string, environment: CredentialSource['environment']): [name: string, value: string] {
  const [, name, pattern] = /^([\w-]+):\s*(.+)$/.exec(text) ?? []
  if (name === undefined || pattern === undefined)
    throw new UsageError("--header must be a name and a value, such as 'Authorization: Bearer $MY_KEY'.")
  const value = pattern.replace(/\$(\w+)/g, (_, variable: string) => {
    const found = environment[variable]
    if (!found) throw new UsageError(`--header ${name} names the variable ${variable}, which is not set.`)
    return found
  })
  if (!isHeaderValue(value))
    throw new UsageError(
      `--header ${name} has a value that no header can have: a line break, or a character beyond Latin-1.`,
    )
  return [name, value]
}

function isHeaderValue(value: string): boolean {
  try {
    new Headers([['x', value]])
    return true
  } catch {
    return false
  }
}
