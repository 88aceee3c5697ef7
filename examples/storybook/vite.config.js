import { cassettes } from 'msw-cassette/vitest'
import { defineConfig } from 'vite'

export default defineConfig({ plugins: [cassettes()] })
