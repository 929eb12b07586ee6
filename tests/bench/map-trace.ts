interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The longest tasks of the busiest renderer's main thread in a trace: wall clock and CPU time, ms. */
export function longestTasks(trace: Buffer): { longestMs: number; longestCpuMs: number } {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const byThread = new Map<string, TraceEvent[]>();
  for (const event of traceEvents) {
    const thread = `${event.pid} ${event.tid}`;
    if (event.ph !== 'X' || !/RunTask$/.test(event.name) || !mains.has(thread)) continue;
    const tasks = byThread.get(thread) ?? [];
    tasks.push(event);
    byThread.set(thread, tasks);
  }
  const busy = (tasks: readonly TraceEvent[]): number =>
    tasks.reduce((sum, { dur = 0 }) => sum + dur, 0);
  const [tasks] = [...byThread.values()].sort((a, b) => busy(b) - busy(a));
  if (!tasks) throw new Error('no tasks in the trace');
  return {
    longestMs: Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000,
    longestCpuMs: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000,
  };
}
