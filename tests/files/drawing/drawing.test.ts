import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../src/bytes/sha256.ts';
import { DrawingFrame, isDrawable } from '../../../src/files/drawing/drawing-frame.ts';
import { canonicalGeometry, drawnProject } from '../../../src/files/drawing/drawn-project.ts';
import { editParcels, isEditable, withRings } from '../../../src/files/drawing/edit-parcel.ts';
import { openProject } from '../../../src/files/open-project.ts';
import { insertVertex, moveVertex } from '../../../src/geometry/edit/change-vertices.ts';
import { exactVertex, givenVertex } from '../../../src/geometry/edit/vertex.ts';
import { ellipsoidAreaM2 } from '../../../src/geometry/ellipsoid.ts';

const root = join(import.meta.dirname, '../../..');
const NAME = '示例项目.txt';

async function sample() {
  const bytes = readFileSync(join(root, 'data/samples', NAME));
  const [project] = await openProject({ name: NAME, bytes }, {});
  return project!;
}

const degrees = new DrawingFrame(4490);
const drawn = (...rings: readonly (readonly [string, string])[][]) => ({
  id: '1',
  name: '地块1',
  purpose: null,
  source: null,
  rings: rings.map((points) => ({
    vertices: points.map(([x, y]) => givenVertex('', x, y)),
    closing: null,
  })),
});
const SQUARE: readonly (readonly [string, string])[] = [
  ['106.0', '37.4'],
  ['106.01', '37.4'],
  ['106.01', '37.41'],
  ['106.0', '37.41'],
];

describe('a project on the drawing board', () => {
  it('holds every vertex with the digits of its file, and its closing points', async () => {
    const project = await sample();
    const [first] = editParcels(project, new DrawingFrame(project.crs.epsg));
    expect(first!.rings.map(({ vertices }) => vertices.length)).toEqual([4, 4]);
    expect(first!.rings[0]!.vertices[0]).toEqual({
      name: 'J1',
      x: 35594000,
      y: 4145300,
      digits: ['35594000.000', '4145300.000'],
    });
    expect(first!.rings.map(({ closing }) => closing)).toEqual(['J1', 'J5']);
  });

  it('comes back as the very project where nothing was changed', async () => {
    const project = await sample();
    const frame = new DrawingFrame(project.crs.epsg);
    expect(drawnProject(editParcels(project, frame), frame, project)).toBe(project);
  });

  it('keeps parcels that were not touched, and all digits but those of the moved vertex', async () => {
    const project = await sample();
    const frame = new DrawingFrame(project.crs.epsg);
    const [one, two] = editParcels(project, frame);
    const to = frame.vertexAt(35594400.12345, 4145299.5);
    const edited = withRings(one!, [moveVertex(one!.rings[0]!, 1, to), one!.rings[1]!]);
    const after = drawnProject([edited, two!], frame, project);
    expect(after.parcels[1]).toBe(project.parcels[1]);
    const expected = project.parcels[0]!.given.map(({ hole, points }, ring) => ({
      hole,
      points: points.map((point, i) =>
        ring === 0 && i === 1 ? ['J2', '35594400.123', '4145299.500'] : point,
      ),
    }));
    expect(after.parcels[0]!.given).toEqual(expected);
    expect(after.source.file).toBe('示例项目（已编辑）.json');
    expect(after.notes.map(({ code }) => code)).toContain('note-edited');
    // what was declared was declared of the shape before
    expect(after.parcels[0]!.declaredAreaM2).toBeNull();
    expect(after.crs).toBe(project.crs);
  });

  it('measures an edited parcel as the same file would be', async () => {
    const project = await sample();
    const frame = new DrawingFrame(project.crs.epsg);
    const [one, two] = editParcels(project, frame);
    const ring = one!.rings[0]!;
    // there and back again: another object, the same place
    const there = moveVertex(ring, 0, frame.vertexAt(35594001, 4145300));
    const back = moveVertex(there, 0, ring.vertices[0]!);
    const after = drawnProject([withRings(one!, [back, one!.rings[1]!]), two!], frame, project);
    expect(after.parcels[0]!.given).toEqual(project.parcels[0]!.given);
    expect(after.parcels[0]!.polygons).toEqual(project.parcels[0]!.polygons);
    expect(after.parcels[0]!.planeAreaM2).toBe(project.parcels[0]!.planeAreaM2);
  });

  it('is not for coordinates that were shifted, or of a datum that needs parameters', async () => {
    const project = await sample();
    expect(isEditable(project)).toBe(true);
    expect(isEditable({ ...project, crs: { ...project.crs, shift: 'gcj02' } })).toBe(false);
    expect(isDrawable(4610)).toBe(false);
  });

  it('takes what a parcel covers where it was not given as rings', async () => {
    const project = await sample();
    const [parcel] = project.parcels;
    const line = {
      hole: false,
      points: [
        ['', '35594000', '4145300'],
        ['', '35594400', '4145300'],
      ],
    } as const; // prettier-ignore
    const widened = { ...project, parcels: [{ ...parcel!, given: [line] }] };
    const frame = new DrawingFrame(project.crs.epsg);
    const [edit] = editParcels(widened, frame);
    expect(edit!.rings).toHaveLength(2);
    const area = ellipsoidAreaM2(frame.shapeOf(edit!.rings));
    // what is densified on the way is densified: the area is that of the parcel
    expect(Math.abs(area - ellipsoidAreaM2(parcel!.polygons))).toBeLessThan(0.01);
  });
});

describe('a project that began on the map', () => {
  it('says so, and is named by the hash of its own digits', () => {
    const project = drawnProject([drawn([...SQUARE])], degrees, null);
    expect(project.source.file).toBe('手绘项目.json');
    const text = canonicalGeometry(project.parcels, 4490);
    expect(project.source.sha256).toBe(sha256Hex(new TextEncoder().encode(text)));
    expect(text).toContain('"106.01","37.41"');
    expect(project.id).toBe(`${project.source.sha256.slice(0, 12)}-1`);
    expect(project.crs).toMatchObject({ epsg: 4490, how: 'chosen', shift: null });
    expect(project.crs.detail.zh).toContain('在图上绘制');
    expect(project.notes.map(({ code }) => code)).toEqual(['note-drawn']);
    expect(project.parcels[0]!.given[0]!.points[2]).toEqual(['', '106.01', '37.41']);
  });

  it('has another hash for another digit, and the same for the same', () => {
    const a = drawnProject([drawn([...SQUARE])], degrees, null);
    const b = drawnProject([drawn([...SQUARE])], degrees, null);
    const c = drawnProject([drawn([['106.00', '37.4'], ...SQUARE.slice(1)])], degrees, null);
    expect(b).toEqual(a);
    expect(c.source.sha256).not.toBe(a.source.sha256);
  });

  it('holds holes and parts', () => {
    const hole = [
      ['106.002', '37.402'],
      ['106.004', '37.402'],
      ['106.003', '37.404'],
    ] as const; // prettier-ignore
    const part = [
      ['106.02', '37.4'],
      ['106.03', '37.4'],
      ['106.02', '37.41'],
    ] as const; // prettier-ignore
    const project = drawnProject([drawn([...SQUARE], [...hole], [...part])], degrees, null);
    expect(project.parcels[0]!.given.map((ring) => ring.hole)).toEqual([false, true, false]);
    expect([...project.parcels[0]!.polygons.polygonEnds]).toEqual([2, 3]);
  });

  it('is refused where it crosses itself, with the place; nothing is repaired', () => {
    const [a, b, c, d] = SQUARE;
    const cross = () => drawnProject([drawn([a!, c!, b!, d!])], degrees, null);
    expect(cross).toThrow(expect.objectContaining({ code: 'err-selfcross' }));
    try {
      cross();
    } catch (error) {
      const { at } = (error as { detail: { at: number[] } }).detail;
      expect(at).toEqual([expect.closeTo(106.005, 6), expect.closeTo(37.405, 6)]);
    }
    expect(() => drawnProject([], degrees, null)).toThrow();
  });

  it('says which of its parcels cover the same ground', () => {
    const two = { ...drawn([...SQUARE]), id: '2', name: '地块2' };
    const project = drawnProject([drawn([...SQUARE]), two], degrees, null);
    expect(project.notes.map(({ code }) => code)).toContain('note-parcels-overlap');
  });

  it('stays a drawn one when it is drawn on', () => {
    const project = drawnProject([drawn([...SQUARE])], degrees, null);
    const [parcel] = editParcels(project, degrees);
    const more = insertVertex(parcel!.rings[0]!, 1, degrees.vertexAt(106.005, 37.399));
    const after = drawnProject([withRings(parcel!, [more])], degrees, project);
    expect(after.source.file).toBe('手绘项目.json');
    expect(after.notes.map(({ code }) => code)).toEqual(['note-drawn']);
    expect(after.id).toBe(`${after.source.sha256.slice(0, 12)}-1`);
    expect(after.id).not.toBe(project.id);
  });
});

describe('the frame', () => {
  it('puts a vertex on a vertex of a layer to the last bit, in degrees', () => {
    const at = [106.2084712345679, 37.4348123456789] as const;
    const vertex = degrees.exactVertexAtLonLat(at);
    expect(degrees.toLonLat(vertex)).toEqual(at);
    expect(vertex).toEqual(exactVertex(...at));
  });

  it('and in metres to 1e-9 degree, which is all a layer of surveyed points has', () => {
    for (const epsg of [4523, 4544]) {
      const frame = new DrawingFrame(epsg);
      for (const at of [
        [106.2084712, 37.4348123],
        [105.123456789, 38.987654321],
      ] as const) {
        // prettier-ignore
        expect(frame.toLonLat(frame.exactVertexAtLonLat(at))).toEqual(at);
      }
    }
  });

  it('rounds what is drawn freely: to the millimetre, or to 0.1 mm in degrees', () => {
    expect(degrees.vertexAtLonLat([106.20847123456, 37.4]).digits[0]).toBe('106.208471235');
    const { digits } = new DrawingFrame(4523).vertexAtLonLat([106.2084712, 37.4348123]);
    expect(digits[0]).toMatch(/^35\d{6}\.\d{3}$/);
  });

  it('is no other shape than the import makes of the same digits', async () => {
    const project = await sample();
    const frame = new DrawingFrame(project.crs.epsg);
    const [parcel] = editParcels(project, frame);
    expect(frame.shapeOf(parcel!.rings)).toEqual(project.parcels[0]!.polygons);
  });

  it('measures lengths in the plane of its project', () => {
    const frame = new DrawingFrame(4523);
    const from = frame.vertexAt(35594000, 4145300);
    const to = frame.vertexAlong(from, { lengthM: 100, bearingDeg: 90 });
    expect(to.digits).toEqual(['35594100.000', '4145300.000']);
    expect(frame.edgeBetween(from, to)).toEqual({ lengthM: 100, bearingDeg: 90 });
  });
});
