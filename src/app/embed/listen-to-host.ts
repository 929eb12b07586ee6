import type { Claim } from '../../domain/claim.ts';
import type { Project } from '../../domain/project.ts';
import type { CheckReport } from '../../domain/report.ts';
import { UserError } from '../../domain/user-error.ts';
import type { BBox } from '../../geometry/shapes.ts';
import { wordsFor } from '../../job/words.ts';
import { readClaim } from '../../policy/read-claim.ts';
import type { Text } from '../../text/text.ts';
import { EMBED_WORDS } from '../../text/words/embed.ts';
import type { ExportedFile } from '../check-protocol.ts';
import { isAbort, SpokenError, worded } from '../spoken-error.ts';
import { allowedOrigins } from './allowed-origins.ts';
import { type HostChange, type HostMessage, type MessageId, readMessage } from './message.ts';
import '../../text/words/later.ts';

/** What a host may ask of the element, and no more. */
export interface EmbeddedApp extends EventTarget {
  catalog: string;
  lang: 'zh' | 'en';
  theme: string;
  readonly: boolean;
  claim: Claim;
  project: Project | null;
  readonly ready: Promise<void>;
  readonly updateComplete: Promise<unknown>;
  open(file: File): Promise<Project>;
  check(): Promise<CheckReport>;
  exportReport(format: string): Promise<ExportedFile>;
  fitTo(bbox: BBox): void;
}

/** The part of a window that is needed here. */
export interface FrameWindow {
  readonly parent: { postMessage(message: unknown, origin: string): void };
  readonly location: { readonly ancestorOrigins?: ArrayLike<string> };
  readonly document: { readonly referrer: string };
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

const EVENTS = ['check-complete', 'project-change', 'error'] as const;
/** Messages that wait for their answer at a time. */
const WAITING = 16;

/**
 * Answers the page around this frame, if its origin is on the list; others hear nothing, not even an
 * error. Each message is answered once, by `sanxian:result` or `sanxian:error` with its id; events go out
 * with id null. Ends with the result.
 */
export function listenToHost(
  app: EmbeddedApp,
  list: string,
  frame: FrameWindow = window as unknown as FrameWindow,
): () => void {
  const { origins, refused } = allowedOrigins(list);
  for (const word of refused)
    console.warn(`allow-origins: ${word} is no origin and allows nothing`);
  /** Events are told to nobody until it is known who stands around the frame. */
  let host = origins.has(originAround(frame)) ? originAround(frame) : null;
  let waiting = 0;

  const send = (type: string, id: MessageId | null, payload: unknown): void => {
    if (host === null) return;
    frame.parent.postMessage({ type: `sanxian:${type}`, version: 1, id, payload }, host);
  };
  const fail = (id: MessageId | null, cause: unknown): void => send('error', id, failureOf(cause));

  const onMessage = (event: MessageEvent): void => {
    if (event.source !== frame.parent || !origins.has(event.origin)) return;
    const read = readMessage(event.data);
    if (read === null) return;
    host = event.origin;
    if ('refusal' in read) {
      const { code, params } = read.refusal;
      fail(read.id, new SpokenError(code, params, null, worded(code, params)));
      return;
    }
    const { id, message } = read;
    if (waiting >= WAITING) {
      const params = { n: String(WAITING) };
      fail(id, new SpokenError('embed.busy', params, null, worded('embed.busy', params)));
      return;
    }
    waiting++;
    act(app, message)
      .then(
        (payload) => send('result', id, payload),
        (cause: unknown) => fail(id, cause),
      )
      .finally(() => waiting--);
  };
  const onEvent = (event: Event): void => {
    const { detail } = event as CustomEvent<unknown>;
    const name = event.type.slice('sanxian-'.length);
    send(name, null, detail instanceof Error ? failureOf(detail) : detail);
  };

  frame.addEventListener('message', onMessage);
  for (const name of EVENTS) app.addEventListener(`sanxian-${name}`, onEvent);
  let listening = true;
  void app.ready.then(() => {
    if (listening) send('ready', null, null);
  });
  return () => {
    listening = false;
    frame.removeEventListener('message', onMessage);
    for (const name of EVENTS) app.removeEventListener(`sanxian-${name}`, onEvent);
  };
}

async function act(app: EmbeddedApp, message: HostMessage): Promise<unknown> {
  await app.ready;
  switch (message.type) {
    case 'open':
      return app.open(new File([message.bytes], message.name));
    case 'check':
      return app.check();
    case 'exportReport':
      return app.exportReport(message.format);
    case 'fitTo':
      app.fitTo(message.bbox);
      return null;
    case 'set':
      await set(app, message.change);
      return null;
  }
}

/** What can fail comes first: a claim with a mistake changes nothing. */
async function set(app: EmbeddedApp, change: HostChange): Promise<void> {
  const { catalog, project, claim, lang, theme, readonly } = change;
  const answers = claim === undefined ? null : readClaim(claim, 'claim');
  if (catalog !== undefined) {
    app.catalog = catalog;
    await app.updateComplete;
  }
  if (project === null) app.project = null;
  else if (project !== undefined) await app.open(new File([project], 'project.sanxian.json'));
  if (answers) app.claim = answers;
  if (lang !== undefined) app.lang = lang;
  if (theme !== undefined) app.theme = theme;
  if (readonly !== undefined) app.readonly = readonly;
}

/** The origin of the page around; '' where the browser does not say. */
function originAround({ location, document }: FrameWindow): string {
  const [nearest] = Array.from(location.ancestorOrigins ?? []);
  if (nearest !== undefined) return nearest;
  try {
    return new URL(document.referrer).origin;
  } catch {
    return '';
  }
}

function failureOf(cause: unknown): {
  readonly code: string;
  readonly params: object;
  readonly text: Text;
} {
  if (cause instanceof UserError) {
    const { code, params } = cause;
    const own = `embed.${code}`;
    const text =
      cause instanceof SpokenError
        ? cause.text
        : own in EMBED_WORDS
          ? EMBED_WORDS[own as keyof typeof EMBED_WORDS]
          : wordsFor(code, params);
    return { code: code.replace(/^embed\./, ''), params, text };
  }
  if (isAbort(cause)) return { code: 'aborted', params: {}, text: EMBED_WORDS['embed.aborted'] };
  const message = cause instanceof Error ? cause.message : String(cause);
  return { code: 'internal', params: { message }, text: wordsFor('internal', { message }) };
}
