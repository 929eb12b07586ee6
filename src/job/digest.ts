import canonicalize from 'canonicalize';
import { sha256Hex } from '../bytes/sha256.ts';
import type { CheckReport } from '../domain/report.ts';

/**
 * `sha256:` + hex of the RFC 8785 canonical form of the report without what may differ between two
 * honest runs: `createdAt`, `number`, `digest`, `overrides`, and the `integrity` of each layer.
 */
export function digestOf(report: Omit<CheckReport, 'digest'>): string {
  const { createdAt: _c, number: _n, overrides: _o, ...rest } = report;
  const { digest: _d, ...body } = rest as typeof rest & { digest?: string };
  const stable = {
    ...body,
    layers: body.layers.map(({ integrity: _i, ...layer }) => layer),
  };
  return `sha256:${sha256Hex(new TextEncoder().encode(canonicalText(stable)))}`;
}

/** RFC 8785 JSON: sorted keys, shortest numbers, no white space. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('value has no canonical form');
  return text;
}
