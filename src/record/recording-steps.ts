// The steps of a recording. A page loads them together when it records for the first time.
export { signInteraction } from '../provenance/provenance.ts'
export { captureExchange } from './capture-exchange.ts'
export { captureSamples } from './capture-samples.ts'
export { toRecording } from './to-recording.ts'
