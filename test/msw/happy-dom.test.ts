// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "fetch": { "disableSameOriginPolicy": true } } }
import { test } from 'vitest'
import { replayStreamInDom } from './replay-stream-in-dom.ts'

test('a stream is replayed in happy-dom', replayStreamInDom)
