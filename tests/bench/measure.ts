/** What a piece of work gives and takes: CPU of the whole process, and wall clock, in seconds. */
export function measure<T>(act: () => T): { result: T; cpuS: number; wallS: number } {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = act();
  const wallS = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { result, cpuS: (user + system) / 1e6, wallS };
}
