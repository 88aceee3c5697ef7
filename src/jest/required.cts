// What `require('msw-cassette/jest')` gets. Where Jest can't require ES modules it says so from deep inside, and not why.
try {
  module.exports = require('./index.js')
} catch (cause) {
  // By its text: it is an error of another realm.
  if (!/Must use import to load ES Module|require\(\) of ES Module/.test(String(cause))) throw cause
  const error = new Error(
    `Tests that are CommonJS need Node 24.9 or later with NODE_OPTIONS=--experimental-vm-modules for msw-cassette; this is ` +
      `Node ${process.versions.node}. Tests that are ES modules need Node 22.12 or later.`,
  )
  error.stack = error.message
  throw error
}
