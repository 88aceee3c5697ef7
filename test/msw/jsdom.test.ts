// @vitest-environment jsdom
import { test } from 'vitest'
import { streamInDom } from './stream-in-dom.ts'

test('replays a stream in jsdom', streamInDom)
