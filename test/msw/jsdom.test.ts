// @vitest-environment jsdom
import { test } from 'vitest'
import { replayStreamInDom } from './replay-stream-in-dom.ts'

test('replays a stream in jsdom', replayStreamInDom)
