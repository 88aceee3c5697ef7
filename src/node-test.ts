import { listen } from './msw/listen.ts'

export { currentSession, withCassette } from './open/with-cassette.ts'

// At the top level, so that it also intercepts clients that are created while a module loads.
listen('every-test')
