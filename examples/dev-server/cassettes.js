import { setupServer } from 'msw/node'
import { listenOptions, openCassette } from 'msw-cassette'

const session = openCassette('cassettes/dev.yaml', {
  mode: 'new-episodes',
  repeat: 'last',
  onUnplayed: 'ignore',
})
setupServer(...session.handlers).listen(listenOptions)
