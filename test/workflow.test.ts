import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const workflow = parse(readFileSync('.github/workflows/compat.yml', 'utf8'))
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))

test('the weekly workflow can only read the repository, and tries the newest versions of the clients', () => {
  const { steps } = workflow.jobs['newest-clients']
  const commands: string[] = steps.flatMap(({ run }: { run?: string }) => run ?? [])
  const names = commands.flatMap((command) => /^npm run (\S+)$/.exec(command)?.slice(1) ?? [])
  const folders = commands.flatMap((command) => /--prefix (\S+)/.exec(command)?.slice(1) ?? [])
  expect({
    cron: workflow.on.schedule,
    permissions: workflow.permissions,
    names: names.filter((name) => name in scripts),
    folders: folders.filter((folder) => existsSync(`${folder}/package-lock.json`)),
  }).toEqual({
    cron: [{ cron: expect.stringMatching(/^\d+ \d+ \* \* [0-6]$/) }],
    permissions: { contents: 'read' },
    names: ['test:compat', 'test:upstream'],
    folders: ['compat'],
  })
})

test('each client can be updated: the dependencies of compat/ name no version', () => {
  const { dependencies } = JSON.parse(readFileSync('compat/package.json', 'utf8'))
  expect(new Set(Object.values(dependencies))).toEqual(new Set(['*']))
})
