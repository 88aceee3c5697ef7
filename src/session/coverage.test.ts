import { expect, test } from 'vitest'
import type { Mode } from '../options/mode.ts'
import type { CassetteOptions } from './cassette-options.ts'
import { Coverage } from './coverage.ts'

const cover = (
  options: CassetteOptions = {},
  mode: Mode = 'replay',
  hostFilter = (url: string) => url.includes('api.test'),
) => {
  const controller = new AbortController()
  const coverage = new Coverage({ mode, options, hostFilter, closing: controller.signal })
  return { coverage, close: () => controller.abort() }
}

test('a closed session answers, excludes and keeps back nothing', () => {
  const traces = { method: 'POST', url: 'https://api.openai.com/v1/traces/ingest', headers: new Headers() }
  const { coverage, close } = cover({ hosts: ['api.test'] })
  const verdicts = () => [
    coverage.handlesUrl('https://api.test/'),
    coverage.excludesUrl('https://other.test/'),
    coverage.isTelemetry(traces),
  ]
  expect(verdicts()).toEqual([true, true, true])
  close()
  expect(verdicts()).toEqual([false, false, false])
})

test('only the option "hosts" excludes a URL', () => {
  expect(cover().coverage.excludesUrl('https://other.test/')).toBe(false)
  expect(cover({ hosts: ['api.test'] }).coverage.excludesUrl('https://other.test/')).toBe(true)
  expect(cover({ hosts: ['api.test'] }).coverage.excludesUrl('https://api.test/')).toBe(false)
})

test('a function of the options that throws keeps the request away from the network', () => {
  const fail = (): never => {
    throw new Error('match.url failed')
  }
  expect(cover({}, 'replay', fail).coverage.handlesUrl('https://other.test/')).toBe(true)
})

test('mode passthrough sends telemetry', () => {
  const traces = { method: 'POST', url: 'https://api.openai.com/v1/traces/ingest', headers: new Headers() }
  expect(cover({}, 'passthrough').coverage.isTelemetry(traces)).toBe(false)
})

test('the hosts of this machine that nothing answered are noted once each, with their port', () => {
  const { coverage } = cover()
  const urls = [
    'http://localhost:11434/a',
    'http://localhost:11434/b',
    'http://127.0.0.1:4000/',
    'https://other.test/',
    'no url',
  ]
  for (const url of urls) coverage.noteUnanswered(url)
  expect([...coverage.localHosts]).toEqual(['localhost:11434', '127.0.0.1:4000'])
})
