import { expect, test } from 'vitest'
import { styled } from './styled.ts'
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
    terminal: createTerminal({
      stdout: stream('out', stdoutKind),
      stderr: stream('err', stderrKind),
      now: () => time,
    }),
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

const HOSTILE = {
  'an OSC 8 link': ['\u001b]8;;https://evil.test\u0007click\u001b]8;;\u001b\\', '·]8;;https://evil.test·click·]8;;·\\'],
  'a CSI sequence': ['\u001b[2J\u001b[31mred', '·[2J·[31mred'],
  'C1 controls': ['\u009b2J\u0090q\u009c', '·2J·q·'],
  overwriting: ['safe\rgone\b\b', 'safe·gone··'],
  'bidi overrides': ['a\u202egnp.exe\u202c \u2066b\u2069 \u200f\u061c', 'a·gnp.exe· ·b· ··'],
} as const

test.each(Object.entries(HOSTILE))('escapes %s, also in text with a style', (_name, [hostile, escaped]) => {
  const sent: string[] = []
  const stream = { isTTY: true, write: (text: string) => sent.push(text) }
  const terminal = createTerminal({ stdout: stream, stderr: stream, colors: 'on' })
  terminal.out(hostile)
  terminal.out([hostile, styled('bold', hostile)])
  terminal.json(JSON.stringify({ [hostile]: hostile }))
  expect(sent.slice(0, 2)).toEqual([`${escaped}\n`, `${escaped}\u001b[1m${escaped}\u001b[22m\n`])
  expect(sent[2]).toMatch(/^[\n\u0020-\u007e]+$/)
  expect(JSON.parse(sent[2] ?? '')).toEqual({ [hostile]: hostile })
})

test('styles nothing without colours', () => {
  const { terminal, sent } = open('file', 'file')
  terminal.out(['a ', styled('red', 'b')])
  expect(sent).toEqual(['out "a b\\n"'])
})

test('has the width of the screen, and no limit for a file', () => {
  expect(
    [open('tty', 'tty', 60), open('tty', 'tty'), open('file', 'tty', 60)].map(({ terminal }) => terminal.columns),
  ).toEqual([60, 80, Number.POSITIVE_INFINITY])
})
