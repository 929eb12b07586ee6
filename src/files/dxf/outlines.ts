import { BoxTree } from '../../geometry/box-tree.ts';
import { ringBox, ringInside } from '../../geometry/nesting.ts';
import { pointInRing } from '../../geometry/point-in-ring.ts';
import type { BBox, Position, Ring } from '../../geometry/shapes.ts';
import type { Label, Path } from './explode.ts';

/** A closed line with those directly within it, and the words that stand in it. */
export interface Outline {
  readonly layer: string;
  readonly shell: Path;
  readonly holes: readonly Path[];
  /** Where exactly one text stands in it. */
  readonly words: string | null;
}

/**
 * Closed lines of one layer sorted by which lies within which: every second one in is a hole of the one
 * around it, as surveyors draw them. Lines that cross are nobody's holes.
 */
export function nestOutlines(paths: readonly Path[], labels: readonly Label[]): Outline[] {
  const rings = paths.map(({ corners }) => closedRing(corners.map(({ at }) => at)));
  const boxes = rings.map(ringBox);
  const tree = BoxTree.over(new Float64Array(boxes.flat()));
  const holders = rings.map((ring, i) =>
    tree
      .search(boxes[i]!)
      .filter((j) => j !== i && boxInside(boxes[i]!, boxes[j]!) && liesWithin(ring, rings[j]!)),
  );
  const isHole = holders.map((list) => list.length % 2 === 1);
  const holesOf = new Map<number, number[]>();
  holders.forEach((list, i) => {
    if (!isHole[i]) return;
    const parent = list.find((j) => holders[j]!.length === list.length - 1);
    if (parent !== undefined) holesOf.set(parent, [...(holesOf.get(parent) ?? []), i]);
  });
  const wordsIn = labelsByRing(labels, rings, tree);
  return paths.flatMap((shell, i) => {
    if (isHole[i] && holders[i]!.some((j) => holesOf.get(j)?.includes(i))) return [];
    const holes = holesOf.get(i) ?? [];
    const own = wordsIn[i]!.filter(({ at }) =>
      holes.every((hole) => pointInRing(at[0], at[1], rings[hole]!) !== 'inside'),
    );
    const words = new Set(own.map(({ words }) => words));
    return [
      {
        layer: shell.layer,
        shell,
        holes: holes.map((hole) => paths[hole]!),
        words: words.size === 1 ? [...words][0]! : null,
      },
    ];
  });
}

/** Within, corner by corner: one that crosses the other has corners on both sides. */
function liesWithin(ring: Ring, other: Ring): boolean {
  return ringInside(ring, other) && ring.every(([x, y]) => pointInRing(x, y, other) !== 'outside');
}

function labelsByRing(labels: readonly Label[], rings: readonly Ring[], tree: BoxTree): Label[][] {
  const found: Label[][] = rings.map(() => []);
  for (const label of labels) {
    if (!isName(label.words)) continue;
    const [x, y] = label.at;
    for (const i of tree.search([x, y, x, y])) {
      if (pointInRing(x, y, rings[i]!) === 'inside') found[i]!.push(label);
    }
  }
  return found;
}

/** Numbers, heights, lengths, areas and point names are no names of plots: "1245.32", "R=20", "J3". */
function isName(words: string): boolean {
  if (words.length > 40 || !/\p{L}/u.test(words)) return false;
  return !/^[A-Za-z]{0,3}\s*[=:：]?\s*[\d.,]+\s*(mm|m|km|m2|m²|㎡|米|平方米|公顷|亩)?$/u.test(
    words,
  );
}

function closedRing(ring: readonly Position[]): Ring {
  const [first, last] = [ring[0]!, ring.at(-1)!];
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
}

function boxInside(inner: BBox, outer: BBox): boolean {
  return (
    inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
  );
}
