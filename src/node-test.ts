import { listen } from './msw/listen.ts'

export { currentSession, withCassette } from './open/with-cassette.ts'

// At the top level: clients that are made as a module is loaded are caught, too.
listen('every-test')
