import { expect, test } from 'vitest'
import type { Message } from '../../llm/conversation.ts'
import { createMessageFolder } from './fold-messages.ts'

const say = (role: Message['role'], text: string): Message => ({ role, parts: [{ kind: 'text', text }] })
const [system, hi, hello, bye] = [say('system', 'x'), say('user', 'hi'), say('assistant', 'hello'), say('user', 'bye')]

test('messages that an earlier interaction begins with are folded', () => {
  const fold = createMessageFolder()
  expect(fold([system, hi], 0)).toEqual({ repeated: 0, from: undefined, rest: [system, hi] })
  expect(fold([system, bye], 1)).toEqual({ repeated: 1, from: 0, rest: [bye] })
  expect(fold([system, hi, hello, bye], 2)).toEqual({ repeated: 2, from: 0, rest: [hello, bye] })
  expect(fold([system, hi, hello, bye, hello], 3)).toEqual({ repeated: 4, from: 2, rest: [hello] })
})

test('a message after another beginning is not folded', () => {
  const fold = createMessageFolder()
  fold([system, hi], 0)
  expect(fold([hi], 1)).toEqual({ repeated: 0, from: undefined, rest: [hi] })
  expect(fold([], 2)).toEqual({ repeated: 0, from: undefined, rest: [] })
})
