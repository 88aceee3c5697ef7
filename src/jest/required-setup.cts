// The setup file that the preset names if Node runs without Jest's flag for ES modules.
try {
  require('./setup.js')
} catch (cause) {
  throw require('./explain-required.cts')(cause)
}
