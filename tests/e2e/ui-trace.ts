/** What Chromium wrote of one thread while a page was used. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: {
    readonly name?: string;
    readonly data?: {
      readonly functionName?: string;
      readonly url?: string;
      readonly startTime?: number;
      readonly type?: string;
    };
  };
}

/** Times are of the clock of the page, ms. */
export interface Task {
  readonly at: number;
  /** Wall clock: on a machine that is shared, a task also waits for others. */
  readonly ms: number;
  /** What the thread itself computed: no neighbour adds to it, nor does the thread that draws. */
  readonly cpuMs: number;
  /** Of that, JavaScript. */
  readonly scriptMs: number;
  /** What took most of it. */
  readonly what: string;
}

export const TRACED = [
  'toplevel',
  'blink.user_timing',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
];

const SCRIPT = new Set([
  'FunctionCall',
  'EvaluateScript',
  'v8.evaluateModule',
  'v8.compileModule',
  'v8.compile',
  'RunMicrotasks',
]);

export interface MainThread {
  /** Longest first. */
  readonly tasks: readonly Task[];
  /** When frames were handed to the compositor, in order: from there on it is no work of the page. */
  readonly frames: readonly number[];
}

/** The main thread of the page that set `mark` with `performance.mark`. */
export function mainThread(trace: Buffer, mark: string): MainThread {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const marked = traceEvents.find(({ name, args }) => name === mark && args?.data?.startTime);
  if (!marked) throw new Error(`no mark ${mark} in the trace`);
  const zero = marked.ts / 1000 - marked.args!.data!.startTime!;
  const own = traceEvents
    .filter(({ pid, tid, ph }) => pid === marked.pid && tid === marked.tid && ph === 'X')
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const tasks: Task[] = [];
  let end = 0;
  for (let i = 0; i < own.length; i++) {
    const task = own[i]!;
    // two layers of the scheduler write of the same task
    if (!/RunTask$/.test(task.name) || task.ts < end) continue;
    end = task.ts + (task.dur ?? 0);
    const inside: TraceEvent[] = [];
    for (let j = i + 1; j < own.length && own[j]!.ts < end; j++) inside.push(own[j]!);
    const { scriptMs, what } = contents(inside);
    tasks.push({
      at: task.ts / 1000 - zero,
      ms: (task.dur ?? 0) / 1000,
      cpuMs: (task.tdur ?? 0) / 1000,
      scriptMs,
      what,
    });
  }
  const frames = own
    .filter(({ name }) => name === 'Commit')
    .map(({ ts, dur = 0 }) => (ts + dur) / 1000 - zero);
  return { tasks: tasks.sort((a, b) => b.ms - a.ms), frames };
}

/** Script counts once, however deep calls lie within calls. */
function contents(inside: readonly TraceEvent[]): { scriptMs: number; what: string } {
  let script = 0;
  let until = 0;
  let most = 0;
  let what = '';
  for (const event of inside) {
    const { name, ts, dur = 0, tdur = 0, args } = event;
    if (tdur > most && !/RunTask$/.test(name)) {
      most = tdur;
      const { functionName, url, type } = args?.data ?? {};
      const file = url
        ?.split('/')
        .at(-1)
        ?.replace(/-[\w-]{8}\.js.*$/, '');
      what = [name, functionName ?? type, file].filter(Boolean).join(' ');
    }
    if (!SCRIPT.has(name) || ts < until) continue;
    script += tdur;
    until = ts + dur;
  }
  return { scriptMs: script / 1000, what };
}
