import { systemErrorCode } from './system-error.ts'

/** Tells whether a process of this machine is alive. Its id can belong to another process by now. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return systemErrorCode(error) === 'EPERM'
  }
}
