export default {
  preset: 'msw-cassette',
  transform: { '\\.[cm]?[jt]sx?$': '@swc/jest' },
  transformIgnorePatterns: [],
}
