// The steps of a recording in Node, which also saves it. A session loads them together when it records for the first time.

export * from './recording-steps.ts'
export { saveRecordings } from './save-recordings.ts'
