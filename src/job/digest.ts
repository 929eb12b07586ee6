import { sha256Hex } from '../bytes/sha256.ts';
import type { CheckReport } from '../domain/report.ts';
import { canonicalText } from './canonical-text.ts';

/** Hex SHA-256 of bytes. */
export type Hash = (bytes: Uint8Array) => string;

/**
 * `sha256:` + hex of the RFC 8785 canonical form of the report without what may differ between two
 * honest runs: `createdAt`, `number`, `digest`, `overrides`, and the `integrity` of each layer.
 *
 * @param hash SHA-256 in hex as the platform has it, where that is faster
 */
export function digestOf(report: Omit<CheckReport, 'digest'>, hash: Hash = sha256Hex): string {
  const { createdAt: _c, number: _n, overrides: _o, ...rest } = report;
  const { digest: _d, ...body } = rest as typeof rest & { digest?: string };
  const stable = {
    ...body,
    layers: body.layers.map(({ integrity: _i, ...layer }) => layer),
  };
  return `sha256:${hash(new TextEncoder().encode(canonicalText(stable)))}`;
}
