import { sweepCuts } from 'msw-cassette/fetch'
import { expect, test, vi } from 'vitest'
import { buildFrames, REALTIME } from '../../test/build-frames.ts'
import { fakeTimers } from '../../test/fake-timers.ts'
import { openConversation, sendAll } from '../../test/open-conversation.ts'
import type { Fault } from './fault.ts'

test.each<[fault: Omit<Fault, 'at'>, expected: string[]]>([
  [{ status: 503 }, ['error Unexpected server response: 503', 'close 1006']],
  [{ connection: 'refused' }, ['error fetch failed', 'close 1006']],
  [{ cutAfter: 0 }, ['open', 'close 1006']],
  [{ cutAfter: 1 }, ['open', '< {"n":1}', 'close 1006']],
  [{ cutAfter: 2, cutAs: 'end' }, ['open', '< {"n":1}', '< 2', 'close 1000']],
  [{ malformed: 0 }, ['open', '< {"n', '< 2', '< 3', 'close 1000 end']],
  [{ duplicate: 1 }, ['open', '< {"n":1}', '< 2', '< 2', '< 3', 'close 1000 end']],
])('the fault %j happens once, and a client that connects again gets the recording', async (fault, expected) => {
  const { session, drive } = openConversation(['< {"n":1}', '> a', '< 2', '< 3'], {
    faults: [{ at: 0, ...fault }],
    ...('duplicate' in fault && { repeat: 'last' }),
  })
  expect(await drive(sendAll('a'))).toEqual(expected)
  expect(await drive(sendAll('a'))).toEqual(['open', '< {"n":1}', '< 2', '< 3', 'close 1000 end'])
  session.verify()
})

test('a stalled server sends nothing more, and ignores its client until it leaves', async () => {
  const stalls: string[] = []
  const { session, drive } = openConversation(['< 1', '> a', '< 2'], {
    faults: [{ at: 0, stallAfter: 1, onStall: () => void stalls.push('stalled') }],
  })
  const left = await drive({
    message: (_data, socket) => {
      socket.send('a')
      socket.send('b')
      setTimeout(() => socket.close(), 20)
    },
  })
  expect({ left, stalls }).toEqual({ left: ['open', '< 1', 'close 1005'], stalls: ['stalled'] })
  session.verify()
})

test('the first frame can come late', async () => {
  fakeTimers(10)
  const { drive } = openConversation(['< 1', '< 2'], { faults: [{ at: 0, firstEventAfter: 5_000 }] })
  const arrivals: number[] = []
  const events = drive({ message: () => void arrivals.push(Date.now()) })
  const begin = Date.now()
  await vi.advanceTimersByTimeAsync(4_999)
  expect(arrivals).toEqual([])
  await vi.advanceTimersByTimeAsync(100)
  await events
  expect(arrivals.map((time) => time >= begin + 5_000)).toEqual([true, true])
})

test('a client that gets a fault need not send all frames, and a wrong one is still a mismatch', async () => {
  const { session, drive } = openConversation(['< {"n":1}', '> a', '< 2'], {
    faults: [{ at: 0, malformed: 0, times: 2 }],
  })
  expect(await drive({ message: (_data, socket) => socket.close(1000) })).toEqual(['open', '< {"n', 'close 1000'])
  const events = await drive({ message: (_data, socket) => socket.send('error') })
  expect(events.at(-1)).toMatch(/^close 4400 /)
  expect(() => session.verify()).toThrow('Client frame 1 does not match')
})

test.each<[fault: Omit<Fault, 'at'>, message: string]>([
  [{ cutAfter: 2 }, 'The option "faults[0].cutAfter" is 2, and must be at most 1, the number of frames of the server.'],
  [{ malformed: 1 }, 'The option "faults[0].malformed" is 1, and must be below 1, the number of frames of the server.'],
  [{ duplicate: 3 }, 'The option "faults[0].duplicate" is 3, and must be below 1, the number of frames of the server.'],
  [
    { stallAfter: { bytes: 3 } },
    'The option "faults[0].stallAfter" is {"bytes":3}, and must be a number of frames of the server, because a frame of a WebSocket arrives whole.',
  ],
])('the fault %j is refused', async (fault, message) => {
  for (const selector of [{ at: 0 }, { when: () => true }]) {
    const { session, drive } = openConversation(['< 1', '> a'], { faults: [{ ...selector, ...fault }] })
    expect(await drive()).toEqual([`error ${message}`, 'close 1006'])
    expect(() => session.verify()).toThrow(message)
  }
})

test('a sweep cuts a conversation after each frame of the server', async () => {
  const cassette = buildFrames({ frames: ['< 1', '> ask', '< {"text":"It"}', '< {"text":" is"}', '< done'] })
  const sweep = (end: 'checked' | 'unchecked') =>
    sweepCuts(cassette, ({ session, signal }) => {
      const socket = new session.WebSocket(REALTIME)
      signal.addEventListener('abort', () => socket.close())
      let text = ''
      return new Promise((resolve, reject) => {
        socket.onopen = () => socket.send('ask')
        socket.onmessage = ({ data }) => {
          if (data === 'done') socket.close()
          else text += JSON.parse(data).text ?? ''
          if (data === 'done') resolve(text)
        }
        socket.onclose = () => (end === 'checked' ? reject(new Error('closed early')) : resolve(text))
      })
    })
  expect(await sweep('checked')).toEqual({ cuts: 14 })
  await expect(sweep('unchecked')).rejects.toThrow('ended early without an error after event 2 of 4: returned "It"')
})
