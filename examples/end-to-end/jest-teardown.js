export default function teardown() {
  globalThis.stopApp()
}
