// The module that `require('msw-cassette/jest')` loads. If Jest can't require ES modules, its own error does not say why.
try {
  module.exports = require('./index.js')
} catch (cause) {
  // By its text, since the error comes from another realm.
  if (!/Must use import to load ES Module|require\(\) of ES Module/.test(String(cause))) throw cause
  const error = new Error(
    'msw-cassette needs Node 24.9 or later with NODE_OPTIONS=--experimental-vm-modules in CommonJS tests; this is ' +
      `Node ${process.versions.node}. ES module tests need Node 22.12 or later.`,
  )
  error.stack = error.message
  throw error
}
