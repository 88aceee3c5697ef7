import { startSetup } from './intercept/start-setup.ts'

export { currentSession, withCassette } from './open/with-runner-cassette.ts'

// At the top level, so that it also intercepts clients that are created while a module loads.
startSetup()
