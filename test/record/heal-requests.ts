import { openCassette } from 'msw-cassette'

// A separate program: node heal-requests.ts <cassette> <origin> <path>…. It sends these requests in mode heal, prints a line, and heals
// the cassette when it gets a line.
const [cassette = '', origin = '', ...paths] = process.argv.slice(2)
const session = openCassette(cassette, { mode: 'heal', hosts: [new URL(origin).host] })
for (const path of paths) await (await session.fetch(origin + path)).text()
process.stdout.write('ready\n')
await new Promise((resolve) => process.stdin.once('data', resolve))
process.stdin.pause()
session.verify()
await session.close()
