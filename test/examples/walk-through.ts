import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { LOCAL_MODELS, type Provider, startProvider } from '../provider/start-provider.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { installPackages } from './install-example.ts'
import { runCommand } from './run-node.ts'

/** A step of a reader who follows a page. */
type Step =
  | { readonly kind: 'create'; readonly file: string; readonly text: string }
  | { readonly kind: 'edit'; readonly file: string; readonly from: string; readonly to: string }
  | { readonly kind: 'run'; readonly command: string; readonly output: string }

/** Enough for `git commit`. */
const AUTHOR = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.com' }
const COMMITTER = { GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.com' }

/** Ports at which nothing listens: the provider has stopped. */
const OFFLINE = { PROVIDER_PORTS: JSON.stringify({ tls: 1, plain: 1, taken: LOCAL_MODELS }) }

/**
 * Does literally what a page says: creates the files that it shows, runs its `sh` blocks, and makes the changes that it describes as
 * "Replace `a` by `b` in `file`". Each `text` block has to be a part of the output of the command above it. A command reaches the provider
 * if and only if its output reports a recording or other requests. It fails if and only if its output reports an error or a difference.
 *
 * @param page the text of the page
 * @param folder the folder in which the reader works
 * @returns the number of commands that ran
 */
export async function walkThrough(page: string, folder: string): Promise<number> {
  const provider = await startProvider(makeTempFolder())
  const steps = readSteps(page)
  try {
    for (const step of steps) {
      if (step.kind === 'create') create(join(folder, step.file), step.text)
      else if (step.kind === 'edit') edit(join(folder, step.file), step)
      else await run(step, folder, provider)
    }
  } finally {
    await provider.close()
  }
  return steps.filter(({ kind }) => kind === 'run').length
}

async function run({ command, output }: { command: string; output: string }, folder: string, provider: Provider) {
  const reports = /^ +Cassettes .*(?:recorded|updated|healed)|^Sends \d+ request|identical runs|went to this machine/m
  const records = reports.test(output)
  const { OPENAI_API_KEY: _none, ...online } = provider.env
  const env = { ...online, ...AUTHOR, ...COMMITTER, ...(records ? {} : OFFLINE) }
  const before = provider.requests.length
  const outcome = await runCommand(folder, install(command, folder), env)
  // On a busy machine, the provider is slow.
  const shown = outcome.output.replaceAll(/, \d+ s of recorded waiting saved/g, '')
  expect({ command, ...outcome, output: shown }).toMatchObject({
    exitCode: /Error|failed|\d error|differs? between/.test(output) ? 1 : 0,
    output: expect.stringContaining(output),
  })
  expect({ command, records: provider.requests.length > before }).toEqual({ command, records })
}

/** Matches a block, the `text` block that follows a block of commands, and a described change. */
const STEP =
  /^```sh\n(?<command>[\s\S]*?)^```$(?:\n\n```text\n(?<output>[\s\S]*?)^```$)?|^```\w+ examples\/[\w-]+\/(?<file>\S+)\n(?<text>[\s\S]*?)^```$|Replace `(?<from>[^`]+)` by\s`(?<to>[^`]+)` in\s`(?<edited>[^`]+)`/gm

function readSteps(page: string): Step[] {
  return [...page.matchAll(STEP)].map(({ groups = {} }) => {
    const { command, output = '', file, text = '', from = '', to = '', edited = '' } = groups
    if (command !== undefined) return { kind: 'run', command, output }
    if (file !== undefined) return { kind: 'create', file, text }
    return { kind: 'edit', file: edited, from, to }
  })
}

function create(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function edit(file: string, { from, to }: { from: string; to: string }): void {
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(from)
  writeFileSync(file, text.replaceAll(from, to))
}

/** Installs the packages of `npm install` without the registry, and returns the other commands. */
function install(command: string, folder: string): string {
  return command.replaceAll(/^npm install --save-dev (.+)$/gm, (_, names: string) => {
    installPackages(folder, names.split(' '))
    return ''
  })
}
