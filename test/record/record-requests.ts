import { openCassette } from 'msw-cassette'

// A separate program: node record-requests.ts <cassette> <origin> <name> <count>. It records that many requests one by one and
// prints a line after it has saved each.
const [cassette = '', origin = '', name = '', count = '0'] = process.argv.slice(2)
const session = openCassette(cassette, { mode: 'new-episodes', hosts: [new URL(origin).host] })
process.stdout.write('ready\n')
for (let index = 0; index < Number(count); index++) {
  await (await session.fetch(`${origin}/${name}/${index}`)).text()
  await session.save()
  process.stdout.write(`${index}\n`)
}
await session.close()
