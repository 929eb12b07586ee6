import type { LayerKind } from '../domain/kinds.ts';
import type { PolicyRule } from '../domain/policy-pack.ts';
import type { Ground, Part } from './ground.ts';

/** A part of the site to which a rule applies, and the parts of lines that it answers. */
export interface RulePart {
  readonly part: Part;
  readonly answers: readonly string[];
}

const EVERYWHERE: Part = {
  line: null,
  zone: null,
  areaM2: null,
  above: true,
  parcels: [],
  counts: [],
};

/** The spatial half of a rule: every part of the site above the threshold that it speaks of. */
export function partsOf(rule: PolicyRule, ground: Ground): RulePart[] {
  const { when } = rule;
  if (when.overlap !== undefined) return hits([ground.whole(when.overlap)], 'whole');
  if (when.overlapAny !== undefined)
    return hits(
      when.overlapAny.map((kind) => ground.whole(kind)),
      'whole',
    );
  if (when.inZone !== undefined) {
    const { line, zone } = when.inZone;
    return hits([ground.zonesOf(line).find((one) => one.zone === zone) ?? null], zone);
  }
  if (when.straddles !== undefined) {
    const part = ground.straddles(when.straddles);
    return part === null ? [] : [{ part, answers: [] }];
  }
  if (when.cross !== undefined) {
    const { op, of } = when.cross;
    const part = ground.cross(op, of);
    if (!part?.above) return [];
    const zone = rule.zone ?? null;
    const answers = zone === null ? [] : [partKey(part.line, zone)];
    return [{ part: { ...part, zone }, answers: [crossKey(op, of), ...answers] }];
  }
  if (when.near !== undefined) {
    const { line, withinM } = when.near;
    const distanceM = ground.distanceM(line);
    if (distanceM === null || distanceM > withinM) return [];
    return [{ part: { ...ground.whole(line)!, distanceM }, answers: [] }];
  }
  if (when.occasion !== undefined) return [];
  return [{ part: EVERYWHERE, answers: [] }];
}

/** Name of a part of a line: a zone, or `whole`. */
export function partKey(line: LayerKind | null, part: string): string {
  return `${line}/${part}`;
}

/** Name of the part of a line that a cross cuts out; `and` is the same from both sides. */
export function crossKey(op: 'and' | 'minus', of: readonly LayerKind[]): string {
  return op === 'and' ? `and ${[...of].sort().join(' ')}` : `minus ${of.join(' ')}`;
}

function hits(parts: readonly (Part | null)[], name: string): RulePart[] {
  return parts.flatMap((part) =>
    part?.above ? [{ part, answers: [partKey(part.line, name)] }] : [],
  );
}
