import { expect, test } from 'vitest'
import { CassetteMismatchError } from '../diagnostics/mismatch-error.ts'
import * as errors from './errors.ts'

const FILE = '/app/greet.yaml'
const PLACE = { file: FILE, line: 3, column: 5 }
const DATE = new Date('2026-01-02')
const FINDINGS = [{ place: '#0 response.body', kind: 'an OpenAI key' }]
const origin = new Error('EACCES')

const samples: [errors.CassetteError, Record<string, unknown>][] = [
  [
    new errors.CassetteNotFoundError(FILE, 'Failed.', { cause: origin }),
    { code: 'cassette_not_found', file: FILE, cause: origin },
  ],
  [
    new errors.CassetteUnreadableError(FILE, 'Failed.', { cause: origin }),
    { code: 'cassette_unreadable', file: FILE, cause: origin },
  ],
  [
    new errors.CassetteSaveError(FILE, 'Failed.', { cause: origin }),
    { code: 'cassette_save', file: FILE, cause: origin },
  ],
  [
    new errors.CassetteParseError(PLACE, 'Failed.', { cause: origin }),
    { code: 'cassette_invalid', ...PLACE, cause: origin },
  ],
  [
    new errors.CassetteFormatError(PLACE, 'go-vcr version 1', 'Failed.'),
    { code: 'cassette_format', ...PLACE, found: 'go-vcr version 1' },
  ],
  [new errors.CassetteUnplayedError(FILE, 2, 'Failed.'), { code: 'cassette_unplayed', file: FILE, unplayed: 2 }],
  [
    new errors.CassetteUnusedError(FILE, ['localhost:1'], 'Failed.'),
    { code: 'cassette_unused', file: FILE, hosts: ['localhost:1'] },
  ],
  [new errors.CassetteOpenEndError(FILE, 3, 'Failed.'), { code: 'cassette_open_end', file: FILE, line: 3 }],
  [
    new errors.CassetteSecretError(FILE, FINDINGS, 'Failed.'),
    { code: 'cassette_secret', file: FILE, findings: FINDINGS },
  ],
  [new errors.CassetteExpiredError(FILE, DATE, 'Failed.'), { code: 'cassette_expired', file: FILE, recordedAt: DATE }],
  [
    new errors.CassetteEscapedError(FILE, 'undici', 'Failed.'),
    { code: 'cassette_escaped', file: FILE, client: 'undici' },
  ],
  [
    new errors.CassetteCutError(FILE, 3, ['a'], 'Failed.'),
    { code: 'cassette_cut', file: FILE, cuts: 3, accepted: ['a'] },
  ],
  [
    new errors.CassetteSamplesError(FILE, { passed: 1, total: 3 }, 'Failed.'),
    { code: 'cassette_samples', file: FILE, passed: 1, total: 3 },
  ],
  [new errors.CassetteOptionError('match', 'Failed.'), { code: 'cassette_option', option: 'match' }],
  [new errors.CassetteSessionError('Failed.'), { code: 'cassette_session' }],
]

test.each(samples)('%s has its facts as fields', (error, facts) => {
  // Its message and its cause are not enumerable.
  const fields = { ...error, ...(error.cause === undefined ? {} : { cause: error.cause }) }
  expect(fields).toEqual({ name: error.constructor.name, ...facts })
  expect(String(error)).toBe(`${error.constructor.name}: Failed.`)
})

test('each code and each name belongs to one class', () => {
  const classes = Object.values(errors).filter(({ prototype }) => prototype instanceof errors.CassetteError)
  const concrete = classes.filter((each) => each !== errors.CassetteFileError)
  expect(samples.map(([error]) => error.constructor)).toEqual(concrete)
  for (const key of ['code', 'name'] as const)
    expect(new Set(samples.map(([error]) => error[key])).size).toBe(concrete.length)
})

test('errors about a file and all others can be caught by their base class', () => {
  const fileErrors = samples.filter(([error]) => error instanceof errors.CassetteFileError)
  expect(fileErrors.map(([, facts]) => facts.file)).toEqual(Array.from({ length: 13 }, () => FILE))
  for (const [error] of samples) expect(error).toBeInstanceOf(errors.CassetteError)
  expect(CassetteMismatchError.prototype).toBeInstanceOf(errors.CassetteError)
})

test('a message shows no control characters of a cassette', () => {
  const error = new errors.CassetteParseError(PLACE, 'found "\u001b[2J"\n  a\tb')
  expect(error.message).toBe('found "·[2J"\n  a·b')
  expect(error.stack?.startsWith(`CassetteParseError: ${error.message}\n`)).toBe(true)
})
