import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { samplePattern, seededRandom } from '../../test/sample-pattern.ts'
import { shapeFinders } from './find-shapes.ts'
import { joinFrames } from './frame-texts.ts'
import { KnownCredentials } from './known-credentials.ts'
import { looksLikeCredential, reachOf } from './looks-like-credential.ts'
import { maskUrl } from './mask-url.ts'
import { maskValue } from './mask-value.ts'
import { placeScanners, redactPlaces } from './place-scanners.ts'
import { possibleDecodings } from './possible-decodings.ts'
import { redactPaths } from './redact-paths.ts'
import { findInPieces, redactPieces } from './redact-pieces.ts'
import { createRedactor } from './redactor.ts'
import { scanSecrets, scanText } from './scan-secrets.ts'
import { isCredential } from './secret-name.ts'
import { looseShapes, secretShapes } from './secret-shapes.ts'
import { redactForm } from './url-credentials.ts'

const rule = { isCredential }
const KEY = 'Zq8vT2mNf4LwXk7RbJ3hYc6D'

function knownKey(): KnownCredentials {
  const known = new KnownCredentials()
  known.add(KEY)
  known.add('a"b/c\\d-9f8e7d6c5b4a')
  return known
}

/** Everything that reads whole texts. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  form: (text) => redactForm(text, rule, new Set()),
  ...Object.fromEntries(
    Object.entries(placeScanners).map(([name, scan]) => [name, (text: string) => scan(text, rule, new Set())]),
  ),
  places: (text) => redactPlaces(text, 'application/x-www-form-urlencoded', rule, new Set()),
  paths: (text) => redactPaths(text, [[{ kind: 'key', key: 'a' }]], new Set()),
  pieces: (text) => redactPieces(text, rule, knownKey()),
  frames: (text) =>
    findInPieces(
      joinFrames((text.match(/[\s\S]{1,40}/g) ?? []).map((part) => ({ from: 'client', text: part }))).pieces,
      rule,
      knownKey(),
    ),
  known: (text) => knownKey().replace(text),
  looksLikeCredential,
  reachOf,
  maskUrl,
  maskValue,
  decodings: (text) => [...possibleDecodings(text)],
  ...Object.fromEntries(Object.entries(shapeFinders).map(([name, find]) => [name, (text: string) => [...find(text)]])),
}

/** Texts that a pattern can begin to match at many places. */
const units: readonly string[] = [
  'code=abcdefgh&',
  ...[
    'a',
    '0',
    'f',
    '-',
    '_',
    '\\',
    '"',
    "'",
    '%25',
    '%',
    '&#',
    '&',
    '=',
    ';',
    '<',
    '>',
    '\n',
    ' ',
    '\t',
    '/',
    ':',
    '{',
    '[',
  ],
  ...[
    'sk-',
    'sk-sk-',
    'eyJ',
    'eyJ-',
    'eyJ.',
    'eyJhbGciOi.',
    'Bearer ',
    'Basic ',
    'password',
    'key=',
    'key=a',
    'key ',
    '-u a:',
  ],
  ...[
    '"key":',
    '"key":"',
    '"key" ',
    '\\"key\\":\\"',
    '\\\\\\"key\\\\\\":\\"',
    '"api_key":{',
    '{"credentials":',
    '"password":["a',
    '"name":"',
  ],
  ...[
    '"name":"key","value":"',
    '{"arguments":"{\\"api_key\\":\\"a',
    '<key>',
    '<key a="',
    '<a key="b" ',
    '<![CDATA[',
    '--b\r\n',
    '\r\n',
    ':a',
  ],
  ...[
    '://',
    '://a:',
    '://a:b',
    'a@',
    '?key=',
    '&key=a',
    '?a',
    '%3Fkey%3D',
    'Password=a;',
    ';Password',
    'host=a password=',
    'a b c ',
  ],
  ...[
    'data: {',
    'data: {"a":"b"}\n',
    '{"a":"b"}\n',
    'data: {"a":"api_key\\":"}\n',
    'Aa1',
    'aB3-',
    'Zq8vT2mN',
    '\\u0041',
    '\\/',
    '\\n',
    '\0a',
  ],
  ...['--token ', '-----BEGIN ', '1/', 'A3-AAAAAA-', 'AAAAAAAA', '/services/', 'a.atlasv1.', '****', '…'],
]

/** The beginnings of credentials. */
const random = seededRandom(5)
const beginnings = [...secretShapes, ...looseShapes].map(([, { source }]) => {
  const sample = samplePattern(source, random)
  return sample.slice(0, Math.max(4, Math.min(sample.length - 1, 24)))
})

const SIZE = 25_000

/** A quadratic reader takes much longer for a text of this size. */
const NOISE_MS = 20

/** Milliseconds of the processor. The shortest of some times: other programs and the garbage collector only add to it. */
function timeOf(read: (text: string) => unknown, text: string): number {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < 3; run++) {
    const start = process.cpuUsage()
    read(text)
    least = Math.min(least, process.cpuUsage(start).user / 1000)
    if (least < NOISE_MS) break
  }
  return least
}

function expectLinear(read: (text: string) => unknown, unit: string): void {
  const text = unit.repeat(Math.ceil(SIZE / unit.length))
  for (const input of [text, `{"api_key":"${text}`, `--b\r\nContent-Disposition: form-data; name="${text}`]) {
    if (timeOf(read, input + text) < NOISE_MS) continue
    expect({ unit, ratio: leastRatio(read, input, text) }).toEqual({ unit, ratio: expect.toSatisfy(isBelowThree) })
  }
}

/** Measured again if it is too high: a quadratic reader never gets below. */
function leastRatio(read: (text: string) => unknown, input: string, text: string): number {
  let ratio = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < 5 && !isBelowThree(ratio); attempt++)
    ratio = Math.min(ratio, timeOf(read, input + text) / timeOf(read, input))
  return ratio
}

const isBelowThree = (ratio: number): boolean => ratio < 3

test.each(Object.entries(readers))(
  '%s takes twice as long for twice as much text',
  (_, read) => {
    for (const unit of [...units, ...beginnings]) expectLinear(read, unit)
  },
  120_000,
)

test.each([
  ['letters', 'a'],
  ['hexadecimal digits', '0f'],
  ['base64', 'Aa1+/'],
  ['URL-safe base64', 'Aa1-_'],
  ['lines of base64', `${'QUJD'.repeat(19)}\r\n`],
  ['escapes', '\\u0041'],
  ['percent-encoding', '%41'],
])(
  'a run of 3 MB of %s is redacted and scanned',
  (_, unit) => {
    const run = unit.repeat((3 * 1024 * 1024) / unit.length)
    const { interactions } = buildCassette({ request: `{"data":"${run}"}`, response: run })
    const [interaction] = interactions
    if (!interaction) throw new Error('no interaction')
    const redacted = createRedactor().interaction(
      interaction,
      new Headers({ authorization: `Bearer ${KEY}` }),
      new Headers(),
    )
    expect(redacted).toEqual(interaction)
    expect(scanSecrets([redacted])).toEqual([])
    expect(scanText(run)).toEqual([])
  },
  120_000,
)
