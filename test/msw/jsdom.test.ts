// @vitest-environment jsdom
import { test } from 'vitest'
import { replayStreamInDom } from './replay-stream-in-dom.ts'

test('a stream is replayed in jsdom', replayStreamInDom)
