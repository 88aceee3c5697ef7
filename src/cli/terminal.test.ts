import { expect, test } from 'vitest'
import { createTerminal, type Terminal } from './terminal.ts'

/** A terminal that records what is written to it, with a clock that the test controls. */
function open(
  stdoutKind: 'tty' | 'file',
  stderrKind: 'tty' | 'file',
  columns?: number,
): { terminal: Terminal; sent: string[]; wait: (ms: number) => void } {
  const sent: string[] = []
  let time = 0
  const stream = (name: string, kind: 'tty' | 'file') => ({
    isTTY: kind === 'tty',
    ...(columns === undefined ? {} : { columns }),
    write: (text: string) => sent.push(`${name} ${JSON.stringify(text)}`),
  })
  return {
    terminal: createTerminal({ stdout: stream('out', stdoutKind), stderr: stream('err', stderrKind) }, () => time),
    sent,
    wait: (ms) => {
      time += ms
    },
  }
}

test('shows the progress of long work at intervals, and removes it at the end', () => {
  const { terminal, sent, wait } = open('file', 'tty')
  terminal.progress('1/4 a')
  wait(500)
  terminal.progress('2/4 b')
  terminal.out('b -> c')
  wait(99)
  terminal.progress('3/4 c')
  wait(1)
  terminal.progress('4/4 d')
  terminal.end()
  terminal.end()
  expect(sent).toEqual(['err "\\r\\u001b[K2/4 b"', 'out "b -> c\\n"', 'err "\\r\\u001b[K4/4 d"', 'err "\\r\\u001b[K"'])
})

test('a line on the same screen replaces the progress line', () => {
  const { terminal, sent, wait } = open('tty', 'tty')
  wait(500)
  terminal.progress('1/2 a')
  terminal.out('a -> b')
  wait(100)
  terminal.progress('2/2 c')
  terminal.err('failed')
  expect(sent).toEqual([
    'err "\\r\\u001b[K1/2 a"',
    'err "\\r\\u001b[K"',
    'out "a -> b\\n"',
    'err "\\r\\u001b[K2/2 c"',
    'err "\\r\\u001b[K"',
    'err "failed\\n"',
  ])
})

test('the progress line fits the screen, and a file name can not control the terminal', () => {
  const { terminal, sent, wait } = open('tty', 'tty', 12)
  wait(500)
  terminal.progress('1/2 \u001b[2J\n0123456789')
  expect(sent).toEqual(['err "\\r\\u001b[K1/2 ·[2J·01"'])
})

test('a log file contains no progress lines', () => {
  const { terminal, sent, wait } = open('tty', 'file')
  wait(10_000)
  terminal.progress('1/2 a')
  terminal.end()
  expect(sent).toEqual([])
})

test('escapes control characters', () => {
  const { terminal, sent } = open('tty', 'tty')
  terminal.out('a\u001b]0;x\u0007\nb')
  terminal.err('\u009b31m')
  expect(sent).toEqual(['out "a·]0;x·\\nb\\n"', 'err "·31m\\n"'])
})
