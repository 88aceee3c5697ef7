import startApp from './start-app.js'

export default async function setup() {
  globalThis.stopApp = await startApp()
}
