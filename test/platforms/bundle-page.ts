import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { PAGE_PROGRAM } from './programs.ts'

/**
 * Bundles the page program into one file, as an application would.
 *
 * @param project a folder in which the library is installed
 * @param main the code that calls `run`
 * @param root the folder of this repository
 * @returns the code
 */
export async function bundlePage(project: string, main: string, root: string): Promise<string> {
  const cassette = readFileSync(join(root, 'fixtures/go-vcr-v2/openai-chat-tools-streaming.yaml'), 'utf8')
  const sources: Readonly<Record<string, string>> = {
    main: `import { run } from 'program'\n${main}`,
    program: PAGE_PROGRAM,
    cassette: `export default ${JSON.stringify(cassette)}`,
  }
  const bundle = await rolldown({
    input: 'main',
    cwd: project,
    platform: 'browser',
    plugins: [
      {
        name: 'sources',
        resolveId: (id) => (id in sources ? join(project, `${id}.js`) : null),
        load: (id) => sources[id.slice(project.length + 1, -'.js'.length)] ?? null,
      },
    ],
  })
  const { output } = await bundle.generate({ codeSplitting: false })
  return output[0].code
}
