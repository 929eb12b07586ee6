import { describe, expect, it } from 'vitest';
import { boardView } from '../../../src/app/drawing/board-view.ts';
import { cellsOf, retyped, typedVertex } from '../../../src/app/drawing/coordinate-format.ts';
import { onBoard } from '../../../src/app/drawing/draw-acts.ts';
import { DrawHands } from '../../../src/app/drawing/draw-hands.ts';
import { drawPicture } from '../../../src/app/drawing/draw-picture.ts';
import { DrawSession } from '../../../src/app/drawing/draw-session.ts';
import type { PointerPlace } from '../../../src/app/drawing/grips.ts';
import { History } from '../../../src/app/drawing/history.ts';
import { MeasureDesk } from '../../../src/app/drawing/measured.ts';
import { SnapDesk } from '../../../src/app/drawing/snap-desk.ts';
import { type Snapshot, snapshotBytes } from '../../../src/app/drawing/snapshot.ts';
import type { DrawAct } from '../../../src/components/drawing-board.ts';
import { DrawingFrame } from '../../../src/files/drawing/drawing-frame.ts';
import type { EditParcel } from '../../../src/files/drawing/edit-parcel.ts';
import { loadClipper } from '../../../src/geometry/clip.ts';
import { givenVertex } from '../../../src/geometry/edit/vertex.ts';
import { ellipsoidAreaM2 } from '../../../src/geometry/ellipsoid.ts';
import type { Position } from '../../../src/geometry/shapes.ts';
import { drawingData } from '../../../src/map/drawing/drawing-picture.ts';

/** About 1 m a pixel: a reach of 9 m. */
const place = (lon: number, lat: number, free = false): PointerPlace => ({
  at: [lon, lat],
  metresPerPx: 1,
  free,
  touch: false,
});

const SQUARE: readonly (readonly [string, string])[] = [
  ['106.0', '37.40'],
  ['106.010', '37.40'],
  ['106.010', '37.41'],
  ['106.0', '37.41'],
];

function parcel(id = '1', points = SQUARE): EditParcel {
  const vertices = points.map(([x, y], i) => givenVertex(`J${i + 1}`, x, y));
  return {
    id,
    name: `地块${id}`,
    purpose: null,
    rings: [{ vertices, closing: null }],
    source: null,
  };
}

function board(parcels: readonly EditParcel[] = [], epsg = 4490) {
  const frame = new DrawingFrame(epsg);
  const recorded: (readonly EditParcel[])[] = [];
  const session = new DrawSession(frame, parcels, {
    changed() {},
    record: (state) => recorded.push(state),
    clipper: () => loadClipper(),
  });
  const snap = new SnapDesk(frame);
  const hands = new DrawHands(session, snap);
  const digits = (p = 0, ring = 0) =>
    session.state.parcels[p]!.rings[ring]!.vertices.map((one) => one.digits.join(' '));
  const act = (asked: DrawAct, format: 'degrees' | 'zone' | 'dms' = 'degrees') =>
    onBoard(asked, { session, format, zone: 4523 });
  return { frame, session, snap, hands, recorded, digits, act };
}

describe('drawing by hand', () => {
  it('sets points, shows the next one, and closes upon the first', async () => {
    const { session, hands, recorded } = board();
    expect(session.state.tool).toBe('polygon');
    for (const at of [
      [106, 37.4],
      [106.01, 37.4],
      [106.01, 37.41],
    ] as const)
      await hands.click(place(at[0]!, at[1]!)); // prettier-ignore
    expect(hands.hover(place(106.002, 37.408))).toBe('crosshair');
    expect(session.state.pointer!.digits).toEqual(['106.002000000', '37.408000000']);
    expect(recorded).toEqual([]);
    // 4 m beside the first point
    await hands.click(place(106.00004, 37.4));
    expect(session.state).toMatchObject({ tool: 'select', draft: [], chosen: ['1'] });
    expect(session.state.parcels[0]!.rings[0]!.vertices).toHaveLength(3);
    expect(session.state.parcels[0]!.name).toBe('地块1');
    expect(recorded).toHaveLength(1);
  });

  it('is not finished while the shape crosses itself, and says where', async () => {
    const { session, hands, frame } = board();
    for (const at of [
      [106, 37.4],
      [106.01, 37.41],
      [106.01, 37.4],
      [106, 37.41],
    ] as const)
      await hands.click(place(at[0]!, at[1]!)); // prettier-ignore
    const picture = drawPicture(session.state, frame, new MeasureDesk(frame), 1, []);
    expect(picture.defects).toEqual([[expect.closeTo(106.005, 8), expect.closeTo(37.405, 8)]]);
    expect(await session.finishDraft()).toBe(false);
    expect(session.state.problem).toBe('draw.problem.cross');
    expect(session.state.parcels).toEqual([]);
  });

  it('takes points back one by one, and sets them again', async () => {
    const { session, hands } = board();
    await hands.click(place(106, 37.4));
    await hands.click(place(106.01, 37.4));
    expect(session.undoPoint()).toBe(true);
    expect(session.state.draft).toHaveLength(1);
    expect(session.redoPoint()).toBe(true);
    expect(session.state.draft[1]!.x).toBe(106.01);
    expect(session.redoPoint()).toBe(false);
    session.undoPoint();
    session.undoPoint();
    expect(session.undoPoint()).toBe(false);
  });

  it('cuts holes, adds parts, splits and merges', async () => {
    const { session, hands, recorded } = board([parcel()]);
    session.setTool('hole');
    for (const at of [
      [106.002, 37.402],
      [106.004, 37.402],
      [106.003, 37.404],
    ] as const)
      await hands.click(place(at[0]!, at[1]!)); // prettier-ignore
    expect(await session.finishDraft()).toBe(true);
    expect(session.state.parcels[0]!.rings).toHaveLength(2);
    session.setTool('part');
    for (const at of [
      [106.02, 37.4],
      [106.03, 37.4],
      [106.02, 37.41],
    ] as const)
      await hands.click(place(at[0]!, at[1]!)); // prettier-ignore
    expect(await session.finishDraft()).toBe(true);
    expect(session.state.parcels[0]!.rings).toHaveLength(3);
    session.setTool('split');
    for (const at of [
      [106.006, 37.39],
      [106.006, 37.42],
    ] as const)
      await hands.click(place(at[0]!, at[1]!)); // prettier-ignore
    expect(await session.finishDraft()).toBe(true);
    // the two halves, one with the hole, and the part by itself
    expect(session.state.parcels.map(({ id, rings }) => [id, rings.length])).toEqual([
      ['1', 2],
      ['2', 1],
      ['3', 1],
    ]);
    const measured = new MeasureDesk(session.frame);
    const sum = () => session.state.parcels.reduce((a, one) => a + measured.of(one).areaM2!, 0);
    const before = sum();
    session.choose(['1', '2']);
    expect(await session.merge()).toBe(true);
    expect(session.state.parcels.map(({ id }) => id)).toEqual(['1', '3']);
    expect(sum()).toBeCloseTo(before, 2);
    expect(recorded).toHaveLength(4);
  });

  it('makes a corridor of a line, exact in the plane of its zone', async () => {
    const { session, act } = board([], 4523);
    session.setTool('corridor');
    act({ act: 'corridor', widthM: '30', ends: 'flat' });
    act({ act: 'point', x: '35594000', y: '4145300' }, 'zone');
    act({ act: 'edge', lengthM: '1000', bearingDeg: '90' }, 'zone');
    expect(await session.finishDraft()).toBe(true);
    const [ring] = session.state.parcels[0]!.rings;
    const ys = ring!.vertices.map(({ y }) => y);
    expect([Math.min(...ys), Math.max(...ys)]).toEqual([4145285, 4145315]);
    // plane area 30 000 m²; on the ellipsoid here 0.04 % less
    const areaM2 = ellipsoidAreaM2(session.frame.shapeOf([ring!]));
    expect(areaM2).toBeGreaterThan(29_980);
    expect(areaM2).toBeLessThan(30_000);
  });
});

describe('editing by hand', () => {
  it('drags a vertex; the digits of the others stay as they were given', () => {
    const { hands, digits, recorded } = board([parcel()]);
    expect(hands.hover(place(106.00003, 37.4))).toBe('pointer');
    expect(hands.dragStart(place(106.00003, 37.4))).toBe(true);
    hands.drag(place(105.999, 37.399));
    hands.drag(place(105.998, 37.398));
    expect(recorded).toEqual([]);
    hands.dragEnd();
    expect(digits()).toEqual([
      '105.998000000 37.398000000',
      '106.010 37.40',
      '106.010 37.41',
      '106.0 37.41',
    ]);
    expect(recorded).toHaveLength(1);
  });

  it('draws a new vertex out of the middle of an edge', () => {
    const { hands, digits } = board([parcel()]);
    expect(hands.dragStart(place(106.005, 37.4))).toBe(true);
    hands.drag(place(106.005, 37.395));
    hands.dragEnd();
    expect(digits()).toHaveLength(5);
    expect(digits()[1]).toBe('106.005000000 37.395000000');
  });

  it('puts everything back where a drag is given up', () => {
    const { hands, session, recorded } = board([parcel()]);
    const { parcels } = session.state;
    hands.dragStart(place(106, 37.4));
    hands.drag(place(106.1, 37.5));
    expect(hands.dragCancel()).toBe(true);
    expect(session.state.parcels).toBe(parcels);
    expect(recorded).toEqual([]);
    hands.dragEnd();
    expect(recorded).toEqual([]);
  });

  it('moves the parcel as a whole without bending it; the map moves beside it', () => {
    const { hands, session, frame } = board([parcel()]);
    const before = ellipsoidAreaM2(frame.shapeOf(session.state.parcels[0]!.rings));
    expect(hands.dragStart(place(106.2, 37.405))).toBe(false);
    expect(hands.dragStart(place(106.003, 37.407))).toBe(true);
    hands.drag(place(106.053, 37.457));
    hands.dragEnd();
    const after = ellipsoidAreaM2(frame.shapeOf(session.state.parcels[0]!.rings));
    // the plane's own distortion differs between the two places by some 1e-5
    expect(Math.abs(after / before - 1)).toBeLessThan(5e-5);
  });

  it('turns by numbers around its middle', () => {
    const { session, act, frame } = board(
      [
        parcel('1', [
          ['35594000', '4145300'],
          ['35594400', '4145300'],
          ['35594400', '4145100'],
          ['35594000', '4145100'],
        ]),
      ],
      4523,
    ); // prettier-ignore
    act({ act: 'turn', degrees: '90' }, 'zone');
    expect(session.state.parcels[0]!.rings[0]!.vertices.map(({ x, y }) => [x, y])).toEqual([
      [35594300, 4145400],
      [35594300, 4145000],
      [35594100, 4145000],
      [35594100, 4145400],
    ]); // prettier-ignore
    act({ act: 'move', east: '-100', north: '' }, 'zone');
    expect(session.state.parcels[0]!.rings[0]!.vertices[0]!.digits).toEqual([
      '35594200.000',
      '4145400.000',
    ]); // prettier-ignore
    expect(frame.epsg).toBe(4523);
    act({ act: 'turn', degrees: 'x' });
    expect(session.state.problem).toBe('draw.problem.number');
  });
});

describe('snapping', () => {
  /** A vertex with more decimals than a drawing library would keep. */
  const CORNER = [106.0051234567891, 37.3951234567891] as const;

  it('lands on the doubles of the layer, not on where the pointer is', async () => {
    const { hands, session, snap } = board();
    snap.setLayerEdges(Float64Array.of(...CORNER, 106.02, 37.39));
    hands.hover(place(CORNER[0] + 5e-5, CORNER[1]));
    expect(session.state.snap).toEqual({ kind: 'vertex', at: [...CORNER] });
    await hands.click(place(CORNER[0] + 5e-5, CORNER[1]));
    expect(session.state.draft[0]).toMatchObject({ x: CORNER[0], y: CORNER[1] });
    expect(session.state.draft[0]!.digits).toEqual(CORNER.map(String));
  });

  it('takes the digits of a vertex of another parcel', async () => {
    const { hands, session } = board([parcel()]);
    session.setTool('polygon');
    await hands.click(place(106.01005, 37.4));
    expect(session.state.draft[0]!.digits).toEqual(['106.010', '37.40']);
    expect(session.state.draft[0]!.name).toBe('');
  });

  it('does nothing with the key held, nor to the ring that is dragged', () => {
    const { hands, session, snap } = board([parcel()]);
    snap.setLayerEdges(Float64Array.of(...CORNER, 106.02, 37.39));
    session.setTool('polygon');
    hands.hover(place(CORNER[0] + 5e-5, CORNER[1], true));
    expect(session.state.snap).toBeNull();
    session.setTool('select');
    session.choose(['1']);
    hands.dragStart(place(106, 37.4));
    // beside another vertex of the same ring
    hands.drag(place(106.00995, 37.4));
    expect(session.state.snap).toBeNull();
    hands.drag(place(CORNER[0], CORNER[1] + 4e-5));
    hands.dragEnd();
    expect(session.state.parcels[0]!.rings[0]!.vertices[0]!.x).toBe(CORNER[0]);
  });
});

describe('the vertex list', () => {
  it('changes one number and leaves the digits of the other', () => {
    const { act, digits } = board([parcel()]);
    const ref = { parcel: '1', ring: 0, at: 1 };
    act({ act: 'cell', ref, axis: 0, text: '106.0123' });
    expect(digits()[1]).toBe('106.0123 37.40');
    act({ act: 'cell', ref, axis: 1, text: '37°24′36″' });
    expect(digits()[1]).toBe('106.012300000 37.410000000');
  });

  it('refuses what is no coordinate, and one from elsewhere', () => {
    const { act, session, digits } = board([parcel()]);
    const ref = { parcel: '1', ring: 0, at: 1 };
    for (const text of ['abc', '', '1060.1', '6.01']) {
      act({ act: 'cell', ref, axis: 0, text });
      expect(session.state.problem, text).toBe('draw.problem.number');
    }
    expect(digits()[1]).toBe('106.010 37.40');
  });

  it('inserts, removes and chooses', () => {
    const { act, session, digits } = board([parcel()]);
    act({ act: 'insert', ref: { parcel: '1', ring: 0, at: 3 } });
    expect(digits()[4]).toBe('106.000000000 37.405000000');
    expect(session.state.vertex).toEqual({ parcel: '1', ring: 0, at: 4 });
    act({ act: 'delete' });
    expect(digits()).toHaveLength(4);
    act({ act: 'remove', ref: { parcel: '1', ring: 0, at: 0 } });
    act({ act: 'remove', ref: { parcel: '1', ring: 0, at: 0 } });
    expect(session.state.problem).toBe('draw.problem.three');
    act({ act: 'remove-ring', parcel: '1', ring: 0 });
    expect(session.state.parcels).toEqual([]);
  });
});

describe('notations', () => {
  const metres = new DrawingFrame(4523);
  const vertex = metres.typedVertex('35594000.000', '4145300.10');

  it('show the digits of the file in its own system, and the same place in others', () => {
    expect(cellsOf(vertex, 'zone', metres, 4523)).toEqual(['35594000.000', '4145300.10']);
    const [lon, lat] = cellsOf(vertex, 'degrees', metres, 4523);
    expect([Number(lon), Number(lat)]).toEqual(metres.toLonLat(vertex));
    const dms = cellsOf(vertex, 'dms', metres, 4523);
    const back = typedVertex(dms, 'dms', metres, 4523)!;
    expect(Math.hypot(back.x - vertex.x, back.y - vertex.y)).toBeLessThan(0.005);
  });

  it('retype one number without touching the other beyond its rounding', () => {
    const moved = retyped(vertex, 0, '106.07', 'degrees', metres, 4523)!;
    const [, lat] = metres.toLonLat(vertex);
    expect(metres.toLonLat(moved)[0]).toBeCloseTo(106.07, 7);
    expect(metres.toLonLat(moved)[1]).toBeCloseTo(lat, 7);
    expect(retyped(vertex, 0, cellsOf(vertex, 'dms', metres, 4523)[0], 'dms', metres, 4523)).toBe(
      vertex,
    );
  });

  it('take the grid of a place for a project of degrees', () => {
    const degrees = new DrawingFrame(4490);
    const made = typedVertex(['35594000', '4145300.1'], 'zone', degrees, 4523)!;
    expect(degrees.toLonLat(made)).toEqual(metres.toLonLat(vertex));
    // the other zone's number: 300 km away, but another one's grid
    expect(typedVertex(['594000', '4145300.1'], 'zone', degrees, 4523)).toBeNull();
  });
});

describe('the board as its elements show it', () => {
  const parts = (session: DrawSession) =>
    boardView({
      session,
      measured: new MeasureDesk(session.frame),
      looked: null,
      liveFailure: null,
      format: 'degrees',
      zone: 4523,
      canUndo: false,
      canRedo: false,
    });

  it('measures by the formula of the report, also the shape in hand', async () => {
    const { session, hands, frame } = board([parcel()]);
    const area = ellipsoidAreaM2(frame.shapeOf(parcel().rings));
    expect(parts(session).areaM2).toBe(area);
    session.setTool('polygon');
    for (const at of [
      [106.02, 37.4],
      [106.03, 37.4],
    ] as const)
      await hands.click(place(at[0]!, at[1]!)); // prettier-ignore
    expect(parts(session).areaM2).toBe(area);
    hands.hover(place(106.03, 37.41));
    expect(parts(session).areaM2).toBeGreaterThan(area * 1.4);
    expect(parts(session).canFinish).toBe(false);
  });

  it('has lines without numbers until they were looked at, and while a border crosses itself', () => {
    const { session, act } = board([parcel()]);
    expect(parts(session).lines!.map(({ state, areaM2 }) => [state, areaM2])).toEqual(
      Array(3).fill(['loading', null]),
    );
    act({ act: 'cell', ref: { parcel: '1', ring: 0, at: 0 }, axis: 0, text: '106.02' });
    const view = parts(session);
    expect(view.crosses).toBe(true);
    expect(view.canFinish).toBe(false);
    expect(view.areaM2).toBeNull();
    expect(view.lines!.every(({ state }) => state === 'invalid')).toBe(true);
    expect(parts(board().session).lines).toBeNull();
  });

  it('is drawn with what is chosen, its handles, and the draft', async () => {
    const { session, hands, frame } = board([parcel()]);
    const whats = () => {
      const picture = drawPicture(session.state, frame, new MeasureDesk(frame), 1, []);
      return drawingData(picture).features.map(({ properties }) => properties!.what as string);
    };
    const count = (what: string) => whats().filter((one) => one === what).length;
    expect([count('parcel'), count('vertex'), count('middle'), count('turn')]).toEqual([
      1, 4, 4, 1,
    ]); // prettier-ignore
    session.setTool('polygon');
    for (const at of [
      [106.02, 37.4],
      [106.03, 37.4],
    ] as const)
      await hands.click(place(at[0]!, at[1]!)); // prettier-ignore
    hands.hover(place(106.03, 37.41));
    expect([count('draft'), count('closing'), count('middle')]).toEqual([1, 1, 0]);
    expect(drawingData(null).features).toEqual([]);
  });
});

describe('history', () => {
  it('goes back and forth, and forgets what was undone with the next change', () => {
    const history = new History('a', () => 1, 100);
    history.push('b');
    history.push('c');
    expect([history.undo(), history.undo(), history.undo()]).toEqual(['b', 'a', null]);
    expect(history.redo()).toBe('b');
    history.push('d');
    expect(history.redo()).toBeNull();
    expect(history.undo()).toBe('b');
    expect([history.canUndo, history.canRedo]).toEqual([true, true]);
  });

  it('lets the oldest go beyond its size, never the present', () => {
    const history = new History(0, (n) => (n === 3 ? 1000 : 10), 35);
    for (const n of [1, 2]) history.push(n);
    expect(history.undo()).toBe(1);
    history.redo();
    history.push(3);
    expect(history.present).toBe(3);
    expect(history.undo()).toBeNull();
  });

  it('counts what states share once', () => {
    const big = parcel(
      '1',
      Array.from({ length: 1000 }, (_, i) => [`${100 + i / 1000}`, '37']),
    );
    const empty: Snapshot = { projects: [], noteTexts: [], index: 0, parcels: null };
    const first = { ...empty, parcels: [big] };
    const same = { ...first, parcels: [big, parcel('2')] };
    expect(snapshotBytes(first, empty)).toBeGreaterThan(100_000);
    expect(snapshotBytes(same, first)).toBeLessThan(2000);
    const [ring] = big.rings;
    const moved = { ...ring!, vertices: ring!.vertices.with(5, givenVertex('', '1', '1')) };
    const after = { ...first, parcels: [{ ...big, rings: [moved] }] };
    // the list of vertices is new, and one of them
    expect(snapshotBytes(after, first)).toBe(8 * 1000 + 200);
  });
});

it('positions are plain pairs', () => {
  const at: Position = place(1, 2).at;
  expect(at).toEqual([1, 2]);
});
