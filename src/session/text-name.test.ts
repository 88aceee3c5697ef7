import { parseCassette, stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette, CHAT } from '../../test/build-cassette.ts'
import { diagnose } from '../diagnostics/diagnose.ts'
import { createSession } from '../open/create-session.ts'

const text = stringifyCassette(buildCassette({ url: CHAT }))
const open = (source: Parameters<typeof createSession>[0]['source']) =>
  createSession({ source, options: { mode: 'replay' }, saving: 'deferred' })

test('cassettes without a path have different names in every message, and one cassette keeps its name', async () => {
  const parsed = parseCassette(text)
  const sessions = [open(text), open(text), open(parsed), open({ ...parsed, path: undefined as never })]
  const names = sessions.map(({ path }) => path)
  expect(new Set(names).size).toBe(4)
  for (const name of names) expect(name).toMatch(/^<text(?: \d+)?>$/)
  expect(open(parsed).path).toBe(names[2])
  const request = { method: 'GET', url: `${CHAT}/x`, headers: [], body: new Uint8Array() }
  await sessions[0]?.keyParts.load()
  expect(diagnose(request, sessions).cassettes.map(({ path }) => path)).toEqual(names)
  for (const session of sessions) expect(() => session.verify()).toThrow(` of ${session.path} were never requested`)
})

test('a cassette with a path is named by it', () => {
  expect(open({ ...parseCassette(text), path: 'a.yaml' }).path).toBe('a.yaml')
})
