import { expect, test } from 'vitest'
import { closeEvent, errorEvent } from './web-socket-events.ts'

test('an error event has the error and its message', () => {
  const error = new Error('no match')
  const event = errorEvent(error)
  expect(event).toBeInstanceOf(Event)
  expect(event).toMatchObject({ type: 'error', message: 'no match', error })
  expect(errorEvent('gone')).toMatchObject({ message: 'gone', error: 'gone' })
})

test.each([
  [1000, 'done', true],
  [1005, '', true],
  [1006, '', false],
  [4001, 'own', true],
])('the close %i is clean unless the connection broke', (code, reason, wasClean) => {
  expect(closeEvent({ code, reason })).toMatchObject({ type: 'close', code, reason, wasClean })
})
