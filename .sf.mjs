import { openCassette } from 'msw-cassette'
import { cassetteOf, requestBody, url } from './bench/data/exchange.ts'
import { stubFetch } from './bench/peer/stub-fetch.ts'
const events = Number(process.argv[3] ?? 500)
const fetch = process.argv[2] === 'stub' ? stubFetch(events) : openCassette(cassetteOf(1, events), { repeat: 'last' }).fetch
const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: requestBody(0) }
const req = async () => { const r = (await fetch(url, init)).body.getReader(); let n = 0; while (!(await r.read()).done) n++; return n }
const until = async (ms) => { const t0 = performance.now(); let n = 0; while (performance.now() - t0 < ms) { await req(); n++ } return n }
await until(600)
const c0 = process.threadCpuUsage(); const n = await until(1500); const c = process.threadCpuUsage(c0)
console.log(process.argv[2], events, ((c.user + c.system) / n).toFixed(1), 'us/request', await req())
process.exit()
