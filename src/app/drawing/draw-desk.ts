import type { BoardView, DrawAct, FormatName } from '../../components/drawing-board.ts';
import type { Project } from '../../domain/project.ts';
import { DrawingFrame } from '../../files/drawing/drawing-frame.ts';
import { drawnProject } from '../../files/drawing/drawn-project.ts';
import { editParcels, isEditable } from '../../files/drawing/edit-parcel.ts';
import { loadClipper } from '../../geometry/clip.ts';
import { CLIPPER_WASM_URL } from '../../geometry/clipper-wasm-url.ts';
import { withWords } from '../../job/words.ts';
import type { Text } from '../../text/text.ts';
import { DRAWING_WORDS, type DrawingWord } from '../../text/words/drawing.ts';
import type { Shell } from '../shell.ts';
import { textOf } from '../spoken-error.ts';
import { type BoardParts, boardView, zoneFor } from './board-view.ts';
import { usualFormat } from './coordinate-format.ts';
import { onBoard } from './draw-acts.ts';
import { DrawHands } from './draw-hands.ts';
import { onDrawKey } from './draw-keys.ts';
import { drawPicture } from './draw-picture.ts';
import { DrawSession } from './draw-session.ts';
import type { History } from './history.ts';
import { LiveClient, type LiveWorkerLike } from './live-client.ts';
import type { LiveLooked } from './live-protocol.ts';
import { MeasureDesk } from './measured.ts';
import { SnapDesk } from './snap-desk.ts';
import type { Snapshot } from './snapshot.ts';
import '../../text/words/later.ts';

export interface DrawDeskHost {
  startLive(): LiveWorkerLike;
  /** The elements of the board take this; null: there is none. */
  show(view: BoardView | null): void;
  /** Into the vertex list. */
  focusList(): void;
  /** A project that was drawn is open now and is to be checked. */
  drawn(project: Project): void;
}

/** From here on the edges in view are few enough to snap to. */
const SNAP_ZOOM = 13.5;
/** CGCS2000 lon/lat: what begins on the map. */
const DRAWN_EPSG = 4490;

/** One drawing: the board with all that belongs to it. */
interface Drawing {
  readonly before: Project | null;
  readonly session: DrawSession;
  readonly hands: DrawHands;
  readonly snap: SnapDesk;
  readonly measured: MeasureDesk;
}

/** Drawing and editing on the map, and undo over everything that opens or changes a project. */
export class DrawDesk {
  readonly #shell: Shell;
  readonly #host: DrawDeskHost;
  readonly #history: History<Snapshot>;
  readonly #live: LiveClient;
  #drawing: Drawing | null = null;
  #closeHands: (() => void) | null = null;
  #looked: LiveLooked | null = null;
  #liveFailure: Text | null = null;
  #format: FormatName = 'degrees';
  #frame = 0;
  #lookedAt: readonly unknown[] = [];
  #isFree = false;

  constructor(shell: Shell, host: DrawDeskHost, history: History<Snapshot>) {
    this.#shell = shell;
    this.#host = host;
    this.#history = history;
    this.#live = new LiveClient(() => host.startLive(), {
      onLooked: (looked) => {
        this.#looked = looked;
        this.#liveFailure = null;
        this.#showSoon();
      },
      onEdges: (segments) => this.#drawing?.snap.setLayerEdges(segments),
      onFailed: (why) => {
        this.#looked = null;
        this.#liveFailure = why;
        this.#showSoon();
      },
    });
  }

  get isDrawing(): boolean {
    return this.#drawing !== null;
  }

  /** The board of now, for tests and tools; null: none. */
  get session(): DrawSession | null {
    return this.#drawing?.session ?? null;
  }

  // ---- begin and end -------------------------------------------------------------------------

  /** Lays the open project on the board, or an empty one where it is `fresh` or none is open. */
  begin(fresh: boolean): void {
    const { workspace } = this.#shell;
    const before = fresh ? null : workspace.project;
    if (before && !isEditable(before)) {
      this.#say('draw.edit.not');
      return;
    }
    this.#open(before);
    this.#record(this.#drawing!.session.state.parcels);
  }

  #open(before: Project | null, parcels?: Snapshot['parcels']): void {
    const { desk, workspace } = this.#shell;
    this.#close();
    const frame = new DrawingFrame(before?.crs.epsg ?? DRAWN_EPSG);
    const start = parcels ?? (before ? editParcels(before, frame) : []);
    const session = new DrawSession(frame, start, {
      changed: () => this.#showSoon(),
      record: (changed) => this.#record(changed),
      clipper: () => loadClipper(new URL(CLIPPER_WASM_URL, document.baseURI).href),
    });
    const snap = new SnapDesk(frame);
    const hands = new DrawHands(session, snap);
    this.#drawing = { before, session, hands, snap, measured: new MeasureDesk(frame) };
    this.#format = usualFormat(frame);
    this.#shell.change({ drawing: true, welcoming: false, selected: null, step: 'project' });
    this.#live.open(workspace.catalogUrl);
    this.onView();
    void desk.map
      ?.openHands({
        onMove: (place) => hands.hover({ ...place, free: this.#isFree }),
        onClick: (place) => void hands.click({ ...place, free: this.#isFree }),
        onDragStart: (place) => hands.dragStart(place),
        onDrag: (place) => hands.drag({ ...place, free: this.#isFree }),
        onDragEnd: () => hands.dragEnd(),
      })
      .then((close) => {
        if (this.#drawing?.session === session) this.#closeHands = close;
        else close();
      });
    void this.#shell.drawn().then(() => this.#show());
  }

  #close(): void {
    if (!this.#drawing) return;
    this.#drawing = null;
    this.#closeHands?.();
    this.#closeHands = null;
    this.#live.close();
    this.#looked = null;
    this.#liveFailure = null;
    this.#lookedAt = [];
    this.#shell.desk.map?.showDrawing(null);
    this.#shell.change({ drawing: false });
    this.#host.show(null);
  }

  /** What was drawn becomes the open project. */
  finish(): void {
    const drawing = this.#drawing;
    if (!drawing) return;
    const { session, before, measured } = drawing;
    const { parcels, draft } = session.state;
    if (draft.length > 0 || parcels.length === 0) {
      session.set({ problem: draft.length > 0 ? null : 'draw.problem.empty' });
      if (draft.length > 0) void session.finishDraft();
      return;
    }
    if (parcels.some((parcel) => measured.of(parcel).polygons === null)) {
      session.set({ problem: 'draw.problem.cross' });
      return;
    }
    try {
      const { workspace } = this.#shell;
      const drawn = drawnProject(parcels, session.frame, before);
      const claim = before ? { ...drawn.claim, ...workspace.state.claim } : {};
      const project = drawn === before ? drawn : { ...drawn, claim };
      const texts = project.notes.map((note) => withWords(note).text);
      this.#close();
      if (before) workspace.amend(project, texts);
      else workspace.setProject(project, texts);
      this.#host.drawn(project);
    } catch (cause) {
      this.#shell.workspace.fail('open', textOf(cause));
    }
  }

  /** Everything as it was before the board was laid out. */
  discard(): void {
    if (!this.#drawing) return;
    this.#close();
    this.#recordPresent(null);
  }

  leave(): void {
    this.#close();
  }

  // ---- history -------------------------------------------------------------------------------

  /** The workspace changed: a project that was opened or picked is a step that undo takes back. */
  onWork(): void {
    // Once for the several changes that opening a file makes.
    queueMicrotask(() => {
      const { projects, index } = this.#shell.workspace.state;
      const { present } = this.#history;
      if (projects === present.projects && index === present.index) return;
      this.#close();
      this.#recordPresent(null);
    });
  }

  undo(): void {
    if (this.#drawing?.hands.dragCancel()) return;
    if (this.#drawing?.session.undoPoint()) return;
    const state = this.#history.undo();
    if (state) this.#restore(state);
    this.#say(state ? 'draw.undone' : 'draw.nothing-undo');
  }

  redo(): void {
    if (this.#drawing?.session.redoPoint()) return;
    const state = this.#history.redo();
    if (state) this.#restore(state);
    this.#say(state ? 'draw.redone' : 'draw.nothing-redo');
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  #record(parcels: Snapshot['parcels']): void {
    const { present } = this.#history;
    if (present.parcels !== parcels) this.#history.push({ ...present, parcels });
    this.#showSoon();
  }

  #recordPresent(parcels: Snapshot['parcels']): void {
    const { projects, noteTexts, index } = this.#shell.workspace.state;
    this.#history.push({ projects, noteTexts, index, parcels });
  }

  #restore(state: Snapshot): void {
    const { workspace } = this.#shell;
    const now = workspace.state;
    if (state.projects !== now.projects || state.index !== now.index) {
      workspace.restore(state.projects, state.noteTexts, state.index);
      this.#shell.tell('sanxian-project-change', workspace.project);
    }
    if (!state.parcels) {
      this.#close();
      return;
    }
    if (this.#drawing) this.#drawing.session.restore(state.parcels);
    else this.#open(this.#baseOf(state), state.parcels);
  }

  /** A board with a parcel of the open project belongs to it; any other began on the map. */
  #baseOf({ projects, index, parcels }: Snapshot): Project | null {
    const project = projects[index] ?? null;
    const isOf = parcels?.some(({ source }) => source && project?.parcels.includes(source));
    return isOf ? project : null;
  }

  // ---- what is asked for ---------------------------------------------------------------------

  onAct(act: DrawAct): void {
    const { act: name } = act;
    if (name === 'begin') this.begin(act.fresh);
    else if (name === 'undo') this.undo();
    else if (name === 'redo') this.redo();
    else if (name === 'finish') this.finish();
    else if (name === 'discard') this.discard();
    else if (name === 'list') this.#host.focusList();
    else if (name === 'format') {
      this.#format = act.format;
      this.#showSoon();
    } else if (this.#drawing) onBoard(act, this.#parts(this.#drawing));
  }

  /** Whether the key was for drawing. */
  onKey(event: KeyboardEvent): boolean {
    return onDrawKey(event, this.#drawing, {
      begin: () => this.begin(this.#shell.look.welcoming),
      undo: () => this.undo(),
      redo: () => this.redo(),
      list: () => this.#host.focusList(),
      free: (isFree) => {
        this.#isFree = isFree;
      },
    });
  }

  /** The view came to rest: its edges are wanted, and handles keep their size. */
  onView(): void {
    const view = this.#shell.desk.map?.view();
    if (!this.#drawing || !view) return;
    if (view.zoom >= SNAP_ZOOM) this.#live.view(view.bbox);
    this.#showSoon();
  }

  /** The elements that show the board may be others now. */
  onUpdated(): void {
    this.#showSoon();
  }

  /** A map was seated while something was drawn. */
  onSeated(): void {
    const drawing = this.#drawing;
    if (drawing) this.#open(drawing.before, drawing.session.state.parcels);
  }

  // ---- showing -------------------------------------------------------------------------------

  /** Once a frame, however many moves it brought. */
  #showSoon(): void {
    if (this.#frame !== 0 || !this.#drawing) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#show();
    });
  }

  #show(): void {
    const drawing = this.#drawing;
    if (!drawing) return;
    this.#look(drawing);
    const { map } = this.#shell.desk;
    const pieces = (this.#looked?.pieces ?? []).map(({ polygons }) => polygons);
    const { session, measured } = drawing;
    const perPx = map?.view().metresPerPx ?? 1;
    map?.showDrawing(drawPicture(session.state, session.frame, measured, perPx, pieces));
    this.#host.show(boardView(this.#parts(drawing)));
  }

  /** Has what is drawn looked at, once for every shape it takes. */
  #look({ session, measured }: Drawing): void {
    const { state } = session;
    const inHand = measured.inHand(state);
    const all = [
      ...state.parcels.map((parcel) => measured.of(parcel)),
      ...(inHand ? [inHand] : []),
    ];
    const key = [...state.parcels, ...(inHand ? [state.draft, state.pointer] : [])];
    if (key.length === this.#lookedAt.length && key.every((one, i) => one === this.#lookedAt[i])) {
      return;
    }
    this.#lookedAt = key;
    const parcels = all.flatMap(({ id, polygons }) => (polygons ? [{ id, polygons }] : []));
    if (parcels.length === all.length && all.length > 0) {
      this.#live.look(parcels);
      return;
    }
    this.#live.forget();
    this.#looked = null;
  }

  #parts(drawing: Drawing): BoardParts {
    const view = this.#shell.desk.map?.view();
    const [west, south, east, north] = view?.bbox ?? [105, 37, 107, 39];
    return {
      session: drawing.session,
      measured: drawing.measured,
      looked: this.#looked,
      liveFailure: this.#liveFailure,
      format: this.#format,
      zone: zoneFor(drawing.session, [(west + east) / 2, (south + north) / 2]),
      canUndo: this.canUndo,
      canRedo: this.canRedo,
    };
  }

  #say(word: DrawingWord): void {
    const message = DRAWING_WORDS[word];
    this.#shell.change({ live: message[this.#shell.lang], message });
  }
}
