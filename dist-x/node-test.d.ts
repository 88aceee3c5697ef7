export { currentSession, withCassette } from './open/with-cassette.ts';
