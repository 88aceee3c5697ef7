import { expect, test } from 'vitest'
import { makeVitestProject } from './examples/make-vitest-project.ts'
import { runVitest } from './examples/run-vitest.ts'

const failing: readonly (readonly [name: string, code: string, message: string])[] = [
  [
    'fully',
    'await ask(); expect(cassette).toBeFullyPlayed()',
    'expected every interaction to be played, but 1 of 2 were not:\n  line 23: GET https://api.test/hi\n',
  ],
  [
    'not fully',
    'await ask(); await ask(); expect(cassette).not.toBeFullyPlayed()',
    'expected at least one unplayed interaction, but 2 of 2 were played\n',
  ],
  [
    'played',
    'await ask(); expect(cassette).toHavePlayed(2)',
    'expected 2 played, but 1 of 2 were:\n  GET https://api.test/hi\n',
  ],
  [
    'not played',
    'await ask(); expect(cassette).not.toHavePlayed(1)',
    'expected a number other than 1 played, but 1 of 2 were:\n  GET https://api.test/hi\n',
  ],
  ['nothing played', 'expect(cassette).toHavePlayed(1)', 'expected 1 played, but 0 of 2 were\n'],
  [
    'odd count',
    "expect(cassette).toHavePlayed('2')",
    'toHavePlayed takes the number of interactions that were played, such as 2; got "2".\n',
  ],
  [
    'no session',
    'expect(undefined).toHavePlayed(1)',
    "toHavePlayed takes the session of a cassette, from the test's context or from openCassette: expect(cassette).toHavePlayed(…); got undefined.\n",
  ],
  [
    'nothing sent',
    "expect(cassette).toHaveRequested({ model: 'x' })",
    'expected a request with these members, but no request was sent\n',
  ],
  [
    'odd members',
    "expect(cassette).toHaveRequested('x')",
    'toHaveRequested takes the members of a JSON body, such as { model: \'gpt-5\' }; got "x".\n',
  ],
  [
    'sent other',
    "await post({ model: 'c', n: 1 }); await post({ model: 'a', n: 2, more: 3 }); expect(cassette).toHaveRequested({ n: 2, model: 'b' })",
    'expected a request with these members, but none of 2 has them:\n  POST https://api.test/hi\n  POST https://api.test/hi\n',
  ],
  [
    'not sent',
    "await post({ model: 'a' }); expect(cassette).not.toHaveRequested({ model: 'a' })",
    'expected no request with these members, but there is one:\n  POST https://api.test/hi\n',
  ],
]

test('each failing matcher has its message, and matchers that hold pass', async () => {
  const folder = makeVitestProject(
    {
      'x.test.ts': `const post = (body) => fetch('https://api.test/hi', { method: 'POST', body: JSON.stringify(body) })
      const meta = { cassette: { name: 'm', onUnplayed: 'ignore' } }
      ${failing.map(([name, code]) => `test('${name}', { meta }, async ({ cassette }) => { ${code} })`).join('\n')}
      test('toHaveRequested checks sent requests, also those that match no interaction', { meta }, async ({ cassette }) => {
        await ask()
        await post({ model: 'gpt-5', n: { a: 1, b: 2 }, list: [{ x: 1, y: 2 }] }).catch(() => {})
        expect(cassette).toHaveRequested({ model: expect.stringContaining('gpt'), n: { b: 2 }, list: [{ x: 1 }] })
        expect(cassette).toHaveRequested(expect.objectContaining({ model: 'gpt-5' }))
        expect(cassette).not.toHaveRequested({ list: [] })
        console.log('all three held')
      })`,
    },
    { 'x.test.ts/m': 2 },
  )
  const { output } = await runVitest(folder)
  for (const [name, , message] of failing)
    expect(output).toContain(
      ` > ${name}\n${name.startsWith('odd') || name === 'no session' ? 'TypeError' : 'Error'}: ${message}`,
    )
  expect(output).toContain('- Expected\n+ Received\n\n  {\n-   "model": "b",\n+   "model": "a",\n    "n": 2,\n  }')
  expect(output).toContain('all three held')
}, 60_000)
