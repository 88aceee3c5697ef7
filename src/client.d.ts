// The types of cassettes that a module imports: `/// <reference types="msw-cassette/client" />`.

declare module '*?cassette' {
  const cassette: import('msw-cassette').Cassette
  export default cassette
}
