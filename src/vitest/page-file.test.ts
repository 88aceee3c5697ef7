import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type InlineConfig, resolveConfig } from 'vite'
import { expect, test } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { type PageProject, resolvePageFile, resolveWritablePageFile } from './page-file.ts'

/** A project in a folder of its own, with Vite's real configuration. */
async function makeProject(
  server: InlineConfig['server'] = {},
  allowWrite: boolean | undefined = true,
): Promise<{ project: PageProject; root: string }> {
  const root = join(realpathSync(makeTempFolder()), 'project')
  mkdirSync(root)
  writeFileSync(join(root, 'package.json'), '{}')
  const config = { root, api: { allowWrite }, browser: {} }
  const vite = { config: await resolveConfig({ root, configFile: false, server }, 'serve') }
  return { project: { config, vite, vitest: { config } } as unknown as PageProject, root }
}

async function refusalOf(resolved: Promise<string>): Promise<string> {
  return resolved.then(
    (file) => `allowed: ${file}`,
    (error: Error) => `${error.name}: ${error.message}`,
  )
}

test('a path is relative to the root of the project, and the file need not exist', async () => {
  const { project, root } = await makeProject()
  const file = join(root, 'src/__cassettes__/a.test.ts/a.yaml')
  expect(await resolvePageFile(project, 'src/__cassettes__/a.test.ts/a.yaml')).toBe(file)
  expect(await resolvePageFile(project, './src/../src/__cassettes__/a.test.ts/a.yaml')).toBe(file)
  expect(await resolveWritablePageFile(project, file)).toBe(file)
})

test.each(['../x.yaml', 'a/../../x.yaml', '..'])(
  'the path %s is refused because it leads out of the root',
  async (path) => {
    const { project } = await makeProject()
    expect(await refusalOf(resolvePageFile(project, path))).toMatch(
      /^CassetteUnreadableError: Failed to open the cassette .* leads out of the root of the project/,
    )
  },
)

test('an absolute path outside of the folders that Vite serves is refused, with every spelling', async () => {
  const { project, root } = await makeProject()
  for (const path of ['/etc/passwd', join(root, '../x.yaml'), `${root}/../x.yaml`, `${root}x.yaml`])
    expect(await refusalOf(resolvePageFile(project, path))).toContain('it is not a file that Vite serves to pages')
})

test('links are followed before a path is judged, also those to files that do not exist and those in circles', async () => {
  const { project, root } = await makeProject()
  const outside = makeTempFolder()
  mkdirSync(join(root, 'inside'))
  symlinkSync(outside, join(root, 'folder'), 'junction')
  symlinkSync(join(outside, 'none.yaml'), join(root, 'file.yaml'))
  symlinkSync(join(root, 'circle.yaml'), join(root, 'circle.yaml'))
  symlinkSync(join(root, 'inside'), join(root, 'linked'), 'junction')
  const outcomes = await Promise.all(
    ['folder/x.yaml', 'file.yaml', 'circle.yaml', 'linked/x.yaml'].map((path) =>
      refusalOf(resolvePageFile(project, path)),
    ),
  )
  expect(outcomes).toEqual([
    expect.stringContaining(`its target ${join(realpathSync(outside), 'x.yaml')} is not a file that Vite serves`),
    expect.stringContaining(`its target ${join(realpathSync(outside), 'none.yaml')} is not a file that Vite serves`),
    expect.stringMatching(/^CassetteUnreadableError: Failed to open the cassette circle\.yaml for a page: /),
    `allowed: ${join(root, 'linked/x.yaml')}`,
  ])
})

test('server.fs decides: its allowed folders are added, and its denied files are refused', async () => {
  const shared = realpathSync(makeTempFolder())
  const { project, root } = await makeProject({ fs: { allow: [shared, '.'], deny: ['**/private/**'] } })
  const outcomes = await Promise.all(
    [join(shared, 'x.yaml'), 'a.yaml', 'private/a.yaml'].map((path) => refusalOf(resolvePageFile(project, path))),
  )
  expect(outcomes).toEqual([
    `allowed: ${join(shared, 'x.yaml')}`,
    `allowed: ${join(root, 'a.yaml')}`,
    expect.stringContaining('it is not a file that Vite serves to pages'),
  ])
})

test('nothing is recorded if pages can not write files', async () => {
  const { project, root } = await makeProject({}, false)
  expect(await resolvePageFile(project, 'a.yaml')).toBe(join(root, 'a.yaml'))
  expect(await refusalOf(resolveWritablePageFile(project, 'a.yaml'))).toMatch(
    /^CassetteSaveError: .* pages can't write files, .* set api\.allowWrite/,
  )
})
