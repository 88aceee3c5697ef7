import * as entry from 'msw-cassette'
import * as withoutMsw from 'msw-cassette/fetch'
import { expect, test } from 'vitest'

test('the main entry exports exactly these names', () => {
  expect(Object.keys(entry).sort()).toEqual([
    'CassetteCutError',
    'CassetteError',
    'CassetteEscapedError',
    'CassetteExpiredError',
    'CassetteFileError',
    'CassetteFormatError',
    'CassetteMismatchError',
    'CassetteNotFoundError',
    'CassetteOpenEndError',
    'CassetteOptionError',
    'CassetteParseError',
    'CassetteSamplesError',
    'CassetteSaveError',
    'CassetteSecretError',
    'CassetteSessionError',
    'CassetteUnplayedError',
    'CassetteUnreadableError',
    'CassetteUnusedError',
    'cassetteDefaults',
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
    'sweepCuts',
    'withCassette',
  ])
})

test('msw-cassette/fetch exports the same names, apart from those that need MSW', () => {
  const needMsw = ['fromCassette', 'listenOptions', 'scopedCassettes']
  expect(Object.keys(withoutMsw).sort()).toEqual(
    Object.keys(entry)
      .filter((name) => !needMsw.includes(name))
      .sort(),
  )
})
