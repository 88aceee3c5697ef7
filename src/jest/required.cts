// The module that `require('msw-cassette/jest')` loads. If Jest can't require ES modules, its own error does not say what to do.
try {
  module.exports = require('./index.js')
} catch (cause) {
  throw require('./explain-required.cts')(cause)
}
