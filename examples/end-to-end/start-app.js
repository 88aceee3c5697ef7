import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Starts the app, which inherits OPENAI_BASE_URL. */
export default async function startApp() {
  const app = spawn('node', ['server.js'], {
    env: { ...process.env, PORT: '47301' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(app.stdout, 'data')
  return () => app.kill()
}
