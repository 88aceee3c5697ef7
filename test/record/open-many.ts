import { join } from 'node:path'
import { openCassette } from 'msw-cassette'

// Opens many cassettes in a folder and records into the last one.

const [folder = '', name = '', origin = ''] = process.argv.slice(2)
const hosts = [new URL(origin).host]
for (let index = 0; index < 300; index++) {
  await openCassette(join(folder, `${name}-${index}.yaml`), { mode: 'once', hosts }).close()
}
const session = openCassette(join(folder, `${name}.yaml`), { mode: 'once', hosts })
await (await session.fetch(origin)).text()
await session.close()
