import { afterEach, expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { globalSlot } from '../platform/global-slot.ts'
import type { Session } from '../session/session.ts'
import { isRemembered, rememberHosts } from './ended-hosts.ts'

afterEach(() => globalSlot('ended-hosts/1').set(undefined))

const toSession = (recorded: string, requested: string): Session =>
  ({
    cassette: buildCassette({ url: 'https://api.test/v1/chat' }, { url: '<API_BASE>/v1' }),
    recorded: buildCassette({ url: recorded }).interactions,
    requests: [{ method: 'GET', url: requested, body: new Uint8Array() }],
  }) as unknown as Session

test('before any test has ended, no host is remembered', () => {
  expect(isRemembered('https://api.test/')).toBe(false)
})

test('the hosts of a cassette, of its recordings and of its requests are remembered, each with its port and scheme', () => {
  rememberHosts(toSession('https://new.test:8443/a', 'http://asked.test/b'))
  const urls = [
    'https://api.test/other?x=1',
    'https://new.test:8443/',
    'http://asked.test/',
    'http://api.test/',
    'https://new.test/',
    'https://sub.api.test/',
  ]
  expect(urls.map(isRemembered)).toEqual([true, true, true, false, false, false])
})

test('the hosts of several tests are remembered together', () => {
  rememberHosts(toSession('https://a.test/', 'https://a.test/'))
  rememberHosts(toSession('https://b.test/', 'https://b.test/'))
  expect(['https://a.test/', 'https://b.test/', 'https://c.test/'].map(isRemembered)).toEqual([true, true, false])
})
