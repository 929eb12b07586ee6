import {
  checkedNumber,
  type FeatureWords,
  noShapes,
  type Shapes,
  type Written,
} from '../formats/shape-parcels.ts';
import { childNamed, childrenNamed, childText, type XmlElement } from '../xml-tree.ts';

export interface Placemark {
  readonly shapes: Shapes;
  readonly words: FeatureWords;
}

export interface Placemarks {
  readonly placemarks: Placemark[];
  /** Counts by type of what is there but is no shape of a map: pictures, links to other files, models. */
  readonly unread: Map<string, number>;
  heights: number;
}

const UNREAD = ['NetworkLink', 'GroundOverlay', 'PhotoOverlay', 'ScreenOverlay', 'Model', 'Tour'];
/** A description that is a page is for reading, not for telling projects apart. */
const LONGEST_DESCRIPTION = 200;

/** Every Placemark of a KML tree, with the path of its folders. */
export function placemarksOf(root: XmlElement): Placemarks {
  const found: Placemarks = { placemarks: [], unread: new Map(), heights: 0 };
  walk(root, [], found);
  return found;
}

function walk(element: XmlElement, folders: readonly string[], found: Placemarks): void {
  if (UNREAD.includes(element.name)) {
    found.unread.set(element.name, (found.unread.get(element.name) ?? 0) + 1);
    return;
  }
  switch (element.name) {
    case 'Placemark': {
      const shapes = noShapes();
      for (const child of element.children) collect(child, shapes, found);
      found.placemarks.push({ shapes, words: wordsOf(element, folders) });
      return;
    }
    case 'Folder': {
      const inside = [...folders, childText(element, 'name') ?? 'Folder'];
      for (const child of element.children) walk(child, inside, found);
      return;
    }
    default:
      for (const child of element.children) walk(child, folders, found);
  }
}

function collect(element: XmlElement, shapes: Shapes, found: Placemarks): void {
  const positions = (text: string | null) => {
    const read = positionsOf(text ?? '');
    found.heights += read.heights;
    return read.positions;
  };
  switch (element.name) {
    case 'MultiGeometry':
    case 'MultiTrack':
      for (const child of element.children) collect(child, shapes, found);
      return;
    case 'Polygon': {
      const rings = ['outerBoundaryIs', 'innerBoundaryIs'].flatMap((side) =>
        childrenNamed(element, side).flatMap((boundary) =>
          childrenNamed(boundary, 'LinearRing').map((ring) =>
            positions(childText(ring, 'coordinates')),
          ),
        ),
      );
      shapes.polygons.push(rings);
      return;
    }
    case 'LineString':
    case 'LinearRing':
      shapes.lines.push(positions(childText(element, 'coordinates')));
      return;
    case 'Point':
      shapes.points.push(...positions(childText(element, 'coordinates')));
      return;
    case 'Track': {
      const places = childrenNamed(element, 'coord').map(({ text }) => text.replace(/\s+/g, ','));
      shapes.lines.push(positions(places.join(' ')));
      return;
    }
    case 'Model':
      walk(element, [], found);
      return;
    default:
      return;
  }
}

/** "lon,lat[,height]" parted by white space; white space after a comma is met too. */
function positionsOf(text: string): { positions: Written[]; heights: number } {
  let heights = 0;
  const tuples = text.replace(/\s*[,，]\s*/g, ',').split(/\s+/);
  const positions = tuples
    .filter((tuple) => tuple !== '')
    .map((tuple): Written => {
      const [x, y, height] = tuple.split(',');
      if (height !== undefined && height !== '' && Number(height) !== 0) heights++;
      // "106.1" alone or "106.1,," is refused, naming what stands there
      if (x === undefined || y === undefined || x === '' || y === '') checkedNumber(`${tuple}?`);
      return [checkedNumber(x!), checkedNumber(y!)];
    });
  return { positions, heights };
}

function wordsOf(placemark: XmlElement, folders: readonly string[]): FeatureWords {
  const name = childText(placemark, 'name');
  const description = childText(placemark, 'description');
  const attributes: Record<string, string> = {};
  const put = (key: string | undefined, value: string | null): void => {
    if (key && value !== null && value !== '' && !Object.hasOwn(attributes, key)) {
      attributes[key] = value;
    }
  };
  const extended = childNamed(placemark, 'ExtendedData');
  for (const data of extended ? childrenNamed(extended, 'Data') : []) {
    put(data.attributes.name, childText(data, 'value'));
  }
  for (const schema of extended ? childrenNamed(extended, 'SchemaData') : []) {
    for (const { name, attributes: own, text } of schema.children) {
      if (name === 'SimpleData') put(own.name, text);
    }
  }
  put('name', name);
  const isPlain = description !== null && !/[<>]/.test(description);
  if (isPlain && description.length <= LONGEST_DESCRIPTION) put('description', description);
  const layer = folders.length > 0 ? folders.join('/') : null;
  return { id: null, name, layer, attributes };
}
