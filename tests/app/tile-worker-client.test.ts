import { expect, it } from 'vitest';
import { TileWorkerClient, type TileWorkerProcess } from '../../src/app/tile-worker-client.ts';

type Listener = (event: never) => void;

function scene() {
  const processes: {
    heard: { type: string }[];
    ended: boolean;
    tell(type: string, e: object): void;
  }[] = [];
  let restarts = 0;
  const start = (): TileWorkerProcess => {
    const listeners = new Map<string, Listener>();
    const process = {
      heard: [] as { type: string }[],
      ended: false,
      tell: (type: string, event: object) => listeners.get(type)?.(event as never),
      postMessage: (message: { type: string }) => process.heard.push(message),
      addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
      terminate: () => {
        process.ended = true;
      },
    };
    processes.push(process);
    return process as unknown as TileWorkerProcess;
  };
  const client = new TileWorkerClient(start, [], 'http://x/catalog.json', () => restarts++);
  return { client, processes, restarts: () => restarts };
}

it('starts a dead worker again with the same layers, and tells of what failed before', () => {
  const { client, processes, restarts } = scene();
  const order: string[] = [];
  client.addEventListener('error', () => order.push('failed'));
  processes[0]!.tell('error', { message: 'boom' });
  expect(processes.map(({ heard }) => heard.map(({ type }) => type))).toEqual([['open'], ['open']]);
  expect(processes[0]!.ended).toBe(true);
  expect([order, restarts()]).toEqual([['failed'], 1]);
  processes[0]!.tell('error', {});
  expect(processes).toHaveLength(2);
});

it('gives up on one that dies again and again, unless it made a tile in between', async () => {
  const { client, processes, restarts } = scene();
  let failed = 0;
  client.addEventListener('error', () => failed++);
  for (let i = 0; i < 5; i++) processes.at(-1)!.tell('error', {});
  expect([processes.length, failed, restarts()]).toEqual([3, 3, 2]);
  // What is asked for then fails as well, and does not hang.
  client.postMessage({ type: 'abort', id: 1 });
  await new Promise((next) => setTimeout(next, 5));
  expect(failed).toBe(4);

  const other = scene();
  for (let i = 0; i < 5; i++) {
    other.processes.at(-1)!.tell('message', { data: { type: 'tile' } });
    other.processes.at(-1)!.tell('error', {});
  }
  expect(other.restarts()).toBe(5);
});
