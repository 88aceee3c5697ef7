import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openCassette } from 'msw-cassette/fetch'
import { expect, onTestFinished, test } from 'vitest'
import { readChunks } from '../build-cassette.ts'
import { startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { runCli } from './run-cli.ts'

const EVENTS = ['data: {"text":"Olá"}\n\n', 'data: {"text":"!"}\n\n', 'data: [DONE]\n\n']
const BODY = {
  model: 'gpt-5-mini',
  messages: [{ role: 'user', content: 'Say hi in "Portuguese" – please' }],
  stream: true,
}

/** A language with a program that sends `BODY` to `OPENAI_BASE_URL`, and prints the answer. */
interface Language {
  readonly name: string
  readonly command: readonly string[] | undefined
  readonly file: string
  readonly program: string
}

const languages: readonly Language[] = [
  {
    name: 'Python',
    command: find('python3', '-c', ''),
    file: 'ask.py',
    program: `
import json, os, sys, urllib.request
body = json.dumps(json.load(open("body.json"))).encode()
headers = {"content-type": "application/json", "authorization": "Bearer sk-proj-key-of-the-tests"}
request = urllib.request.Request(os.environ["OPENAI_BASE_URL"] + "/chat/completions", body, headers)
for line in urllib.request.urlopen(request): sys.stdout.buffer.write(line)`,
  },
  {
    name: 'httpx of Python',
    // A Python that is not Debian's does not see the packages of Debian.
    command: find('python3', '-c', 'import httpx') ?? find('/usr/bin/python3', '-c', 'import httpx'),
    file: 'ask_httpx.py',
    program: `
import httpx, json, os, sys
headers = {"authorization": "Bearer sk-proj-key-of-the-tests"}
url = os.environ["OPENAI_BASE_URL"] + "/chat/completions"
with httpx.stream("POST", url, json=json.load(open("body.json")), headers=headers) as response:
    for piece in response.iter_bytes(): sys.stdout.buffer.write(piece)`,
  },
  {
    name: 'curl',
    command: find('curl', '--version') && ['sh'],
    file: 'ask.sh',
    program: `curl --silent --no-buffer "$OPENAI_BASE_URL/chat/completions" --data-binary @body.json \
      -H 'content-type: application/json' -H 'authorization: Bearer sk-proj-key-of-the-tests'`,
  },
  {
    name: 'Go',
    command: (find('go', 'version') ?? find('/usr/lib/go-1.23/bin/go', 'version'))?.concat('run'),
    file: 'ask.go',
    program: `package main

import ("io"; "net/http"; "os")

func main() {
	body, _ := os.Open("body.json")
	request, _ := http.NewRequest("POST", os.Getenv("OPENAI_BASE_URL")+"/chat/completions", body)
	request.Header.Set("content-type", "application/json")
	request.Header.Set("authorization", "Bearer sk-proj-key-of-the-tests")
	response, err := http.DefaultClient.Do(request)
	if err != nil { panic(err) }
	io.Copy(os.Stdout, response.Body)
}`,
  },
]

/** Returns the command if this machine has it. */
function find(command: string, ...args: string[]): string[] | undefined {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return [command]
  } catch {
    return undefined
  }
}

async function startModel() {
  const model = await startServer((_, response) => {
    response.setHeader('content-type', 'text/event-stream')
    response.end(EVENTS.join(''))
  })
  onTestFinished(() => model.close())
  return model
}

/** Sends the request with the `fetch` of a session. */
async function askInProcess(folder: string, origin: string, mode: 'once' | 'replay'): Promise<string[]> {
  const session = openCassette(join(folder, 'chat.yaml'), { mode, hosts: ['*'] })
  const headers = { 'content-type': 'application/json', authorization: 'Bearer sk-proj-key-of-the-tests' }
  const url = `${origin}/v1/chat/completions`
  const { body } = await session.fetch(url, { method: 'POST', headers, body: JSON.stringify(BODY) })
  const events = await readChunks(body)
  await session.close()
  session.verify()
  return events
}

function makeProject({ file, program }: Language): string {
  const folder = makeTempFolder()
  writeFileSync(join(folder, file), program)
  writeFileSync(join(folder, 'body.json'), JSON.stringify(BODY))
  return folder
}

for (const language of languages) {
  const { name, command = [], file } = language
  if (!language.command) console.warn(`The tests of ${name} are skipped: this machine does not have it.`)
  const serve = (folder: string, mode: string, origin: string) =>
    runCli(folder, 'serve', 'chat.yaml', '--mode', mode, '--route', `openai=${origin}`, '--', ...command, file)

  test.skipIf(!language.command)(`${name} plays what TypeScript has recorded`, { timeout: 90_000 }, async () => {
    const folder = makeProject(language)
    const model = await startModel()
    await askInProcess(folder, model.origin, 'once')
    await model.close()
    expect(await serve(folder, 'replay', model.origin)).toEqual({
      code: 0,
      stdout: EVENTS.join(''),
      stderr: expect.stringContaining('1 replayed'),
    })
  })

  test.skipIf(!language.command)(`TypeScript plays what ${name} has recorded`, { timeout: 90_000 }, async () => {
    const folder = makeProject(language)
    const model = await startModel()
    expect(await serve(folder, 'once', model.origin)).toMatchObject({ code: 0, stdout: EVENTS.join('') })
    await model.close()
    expect(await askInProcess(folder, model.origin, 'replay')).toEqual(EVENTS)
    expect(existsSync(join(folder, 'chat.yaml'))).toBe(true)
    expect(readFileSync(join(folder, 'chat.yaml'), 'utf8')).not.toContain('sk-proj-key-of-the-tests')
  })
}
