module.exports = {
  preset: 'msw-cassette',
  testEnvironment: 'node',
  transform: {},
}
