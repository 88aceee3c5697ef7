import { defineConfig } from '@playwright/test'

const appPort = 47300
const cassettePort = 47400

export default defineConfig({
  testMatch: '*.spec.js',
  // The app sends its requests to one address, so only one test at a time can use it.
  workers: 1,
  webServer: {
    command: 'node server.js',
    port: appPort,
    env: {
      PORT: String(appPort),
      OPENAI_BASE_URL: `http://127.0.0.1:${cassettePort}/openai/v1`,
    },
  },
  use: {
    baseURL: `http://127.0.0.1:${appPort}`,
    cassettePort,
    // A browser of this machine. Without it, Playwright uses its own.
    launchOptions: { executablePath: process.env.CHROMIUM },
  },
  reporter: [['list'], ['msw-cassette/playwright/reporter']],
})
