/** The CPU time that this process has used, in ms. Unlike the time that passes, other processes hardly change it. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
