import * as entry from 'msw-cassette'
import { expect, test } from 'vitest'

test('the main entry exports exactly these names', () => {
  expect(Object.keys(entry).sort()).toEqual([
    'CassetteError',
    'CassetteExpiredError',
    'CassetteFileError',
    'CassetteFormatError',
    'CassetteMismatchError',
    'CassetteNotFoundError',
    'CassetteOptionError',
    'CassetteParseError',
    'CassetteSaveError',
    'CassetteSecretError',
    'CassetteSessionError',
    'CassetteUnplayedError',
    'CassetteUnreadableError',
    'cassetteFormats',
    'currentSession',
    'fromCassette',
    'listenOptions',
    'llmDefaults',
    'matchBody',
    'matchHeaders',
    'matchMethod',
    'matchUrl',
    'openCassette',
    'parseCassette',
    'scopedCassettes',
    'stringifyCassette',
    'withCassette',
  ])
})
