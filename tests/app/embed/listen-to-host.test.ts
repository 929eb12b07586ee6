import { expect, it, vi } from 'vitest';
import {
  type EmbeddedApp,
  type FrameWindow,
  listenToHost,
} from '../../../src/app/embed/listen-to-host.ts';
import type { Project } from '../../../src/domain/project.ts';
import type { CheckReport } from '../../../src/domain/report.ts';
import { UserError } from '../../../src/domain/user-error.ts';

const HOST = 'https://host.example';

function stage(list = HOST, referrer = `${HOST}/page?secret=1`) {
  const sent: { message: Record<string, unknown>; origin: string }[] = [];
  const parent = {
    postMessage: (message: unknown, origin: string) =>
      sent.push({ message: message as Record<string, unknown>, origin }),
  };
  const listeners = new Set<(event: MessageEvent) => void>();
  const frame: FrameWindow = {
    parent,
    location: {},
    document: { referrer },
    addEventListener: (_type, listener) => listeners.add(listener),
    removeEventListener: (_type, listener) => listeners.delete(listener),
  };
  const app: EmbeddedApp = Object.assign(new EventTarget(), {
    catalog: '',
    lang: 'zh' as const,
    theme: 'light',
    readonly: false,
    claim: {},
    project: null,
    ready: Promise.resolve(),
    updateComplete: Promise.resolve(),
    open: vi.fn(async (file: File) => ({ name: file.name }) as unknown as Project),
    check: vi.fn(async () => ({ verdict: 'clear' }) as unknown as CheckReport),
    exportReport: vi.fn(async () => {
      throw new UserError('no-report');
    }),
    fitTo: vi.fn(),
  });
  const stop = listenToHost(app, list, frame);
  const tell = (data: unknown, origin = HOST, source: unknown = parent) => {
    for (const listener of listeners) listener({ data, origin, source } as MessageEvent);
  };
  const settle = () => new Promise((later) => setTimeout(later));
  return { app, sent, stop, tell, settle, listeners };
}

const ask = (type: string, id: unknown = 1, payload?: unknown) => ({
  type: `sanxian:${type}`,
  version: 1,
  id,
  payload,
});

it('answers the page around it, at its origin and nowhere else', async () => {
  const { sent, tell, settle } = stage();
  tell(ask('check', 'a'));
  await settle();
  expect(sent).toEqual([
    { message: { type: 'sanxian:ready', version: 1, id: null, payload: null }, origin: HOST },
    {
      message: { type: 'sanxian:result', version: 1, id: 'a', payload: { verdict: 'clear' } },
      origin: HOST,
    },
  ]);
});

it('origins outside the list, and other windows of an origin on it, hear nothing', async () => {
  const { app, sent, tell, settle } = stage(HOST, 'https://evil.example/');
  tell(ask('check'), 'https://evil.example');
  tell(ask('check'), 'https://host.example.evil.example');
  tell(ask('check'), 'null');
  tell(ask('check'), HOST, { postMessage: () => {} });
  tell(ask('nonsense'), 'https://evil.example');
  app.dispatchEvent(new CustomEvent('sanxian-check-complete', { detail: { secret: 1 } }));
  await settle();
  expect(sent).toEqual([]);
  expect(app.check).not.toHaveBeenCalled();
});

it('without a list nothing is answered', async () => {
  const { sent, tell, settle } = stage('');
  tell(ask('check'));
  await settle();
  expect(sent).toEqual([]);
});

it('failures come as errors with a code and both languages', async () => {
  const { sent, tell, settle } = stage();
  await settle();
  tell(ask('exportReport', 5, { format: 'pdf' }));
  await settle();
  expect(sent.at(-1)!.message).toEqual({
    type: 'sanxian:error',
    version: 1,
    id: 5,
    payload: {
      code: 'no-report',
      params: {},
      text: { zh: '尚未核查，没有报告。', en: 'Nothing was checked yet: there is no report.' },
    },
  });
});

it('a claim with a mistake changes nothing beside it', async () => {
  const { app, sent, tell, settle } = stage();
  tell(ask('set', 6, { lang: 'en', claim: { temporaryLand: 'perhaps' } }));
  await settle();
  expect(sent.at(-1)!.message).toMatchObject({ type: 'sanxian:error', id: 6 });
  expect(app.lang).toBe('zh');
  tell(ask('set', 7, { lang: 'en', claim: { temporaryLand: false } }));
  await settle();
  expect(sent.at(-1)!.message).toMatchObject({ type: 'sanxian:result', id: 7, payload: null });
  expect(app.claim).toEqual({ temporaryLand: 'no' });
  expect(app.lang).toBe('en');
});

it('a flood is refused, message by message, and the first ones are still answered', async () => {
  const { app, sent, tell, settle } = stage();
  let finish = () => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  app.check = async () => {
    await held;
    return {} as CheckReport;
  };
  for (let id = 0; id < 40; id++) tell(ask('check', id));
  await settle();
  const busy = sent.filter(({ message }) => message.type === 'sanxian:error');
  expect(busy).toHaveLength(24);
  finish();
  await settle();
  expect(sent.filter(({ message }) => message.type === 'sanxian:result')).toHaveLength(16);
  const ids = sent.map(({ message }) => message.id).filter((id) => id !== null);
  expect(new Set(ids).size).toBe(40);
});

it('tells events with id null, errors as plain data; stopped, it is silent', async () => {
  const { app, sent, stop, tell, settle, listeners } = stage();
  await settle();
  app.dispatchEvent(new CustomEvent('sanxian-error', { detail: new UserError('crs-unknown') }));
  expect(sent.at(-1)!.message).toMatchObject({
    type: 'sanxian:error',
    id: null,
    payload: { code: 'crs-unknown' },
  });
  stop();
  const before = sent.length;
  app.dispatchEvent(new CustomEvent('sanxian-project-change', { detail: null }));
  tell(ask('check'));
  await settle();
  expect(sent).toHaveLength(before);
  expect(listeners.size).toBe(0);
});
