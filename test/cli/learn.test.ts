import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTempFolder } from '../temp-folder.ts'
import { runCli } from './run-cli.ts'

let calls = 0
/** A model that answers with another text each time. */
const server = createServer(async (request, response) => {
  await text(request)
  const content = `The answer number ${++calls} of the model`
  const choices = [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }]
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ id: 'x', object: 'chat.completion', choices }))
})

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => server.close())

const library = pathToFileURL(join(import.meta.dirname, '../../dist/without-msw.js')).href

/** A suite that opens `a.yaml` and sends chats. */
function makeSuite(code: string): string {
  const folder = makeTempFolder()
  const { port } = server.address() as AddressInfo
  writeFileSync(
    join(folder, 'suite.mjs'),
    `import { openCassette } from ${JSON.stringify(library)}
const session = openCassette('a.yaml', { hosts: ['127.0.0.1:*'] })
const chat = async (...messages) => {
  const body = JSON.stringify({ model: 'm', messages })
  const response = await session.fetch('http://127.0.0.1:${port}/v1/chat/completions', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  return (await response.json()).choices[0].message.content
}
const user = (content) => ({ role: 'user', content })
${code}
await session.close()
`,
  )
  return folder
}

const run = (folder: string, ...options: string[]) =>
  runCli(folder, 'learn', ...options, '--', process.execPath, 'suite.mjs')

test('names each change with its reason and the option to paste, and leaves the cassettes of the user alone', async () => {
  const folder = makeSuite(`await chat(user('Session ' + crypto.randomUUID()))`)
  writeFileSync(join(folder, 'a.yaml'), 'mine')
  const { code, stdout, stderr } = await run(folder)
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: expect.stringMatching(
      /^a\.yaml #0 POST http:\/\/127\.0\.0\.1:\d+\/v1\/chat\/completions\n {2}\$\.messages\[0\]\.content: Session [\da-f-]+ -> Session [\da-f-]+ \(a UUID\)\n {2}option: \{ match: \{ mask: \['uuid'\] \} \}\n1 request differs between two identical runs\.\n$/,
    ),
    stderr: '',
  })
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe('mine')
})

test('recognizes an answer of the model that is sent back', async () => {
  const folder = makeSuite(`const content = await chat(user('hi'))
await chat(user('hi'), { role: 'assistant', content }, user('go on'))`)
  const { stdout } = await run(folder, '--json')
  const { differences } = JSON.parse(stdout)
  expect(differences).toEqual([
    {
      path: 'a.yaml',
      index: 1,
      request: expect.stringMatching(/^POST /),
      change: {
        changes: [
          {
            path: '$.messages[1].content',
            first: expect.stringMatching(/^The answer number \d+ of the model$/),
            second: expect.stringMatching(/^The answer number \d+ of the model$/),
            reason: 'an answer of the model, which is sent back',
          },
        ],
        option: "{ match: { ignoreBody: ['$.messages[*].content'] } }",
      },
    },
  ])
})

test('a suite that always sends the same has nothing to learn', async () => {
  expect(await run(makeSuite(`await chat(user('hi'))`))).toEqual({
    code: 0,
    stdout: '0 requests differ between two identical runs.\n',
    stderr: '',
  })
})

test('reports a command that fails or records nothing', async () => {
  const { code, stderr } = await runCli(makeTempFolder(), 'learn', '--', process.execPath, '-e', 'process.exit(3)')
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr:
      'The command ended with the exit code 3: the requests that it did not send are missing.\n' +
      'Nothing was recorded: the command must run tests that use cassettes.\n',
  })
  expect(await runCli(makeTempFolder(), 'learn')).toMatchObject({
    code: 2,
    stderr:
      'There is no command. Write it after --: msw-cassette learn -- npx vitest run.\nSee msw-cassette learn --help.\n',
  })
})
