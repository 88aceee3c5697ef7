export default {
  preset: 'msw-cassette',
  testEnvironment: 'node',
  transform: {},
}
