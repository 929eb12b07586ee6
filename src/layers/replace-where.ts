import { UserError } from '../domain/user-error.ts';
import type { WriteFeature } from '../files/flatgeobuf/writer.ts';
import type { ReplaceWhere } from './build-request.ts';
import type { FeatureStream } from './feature-stream.ts';

/** Whether a feature is one of those that are renewed. */
export function isReplaced({ properties }: WriteFeature, { column, value }: ReplaceWhere): boolean {
  return wordOf(properties[column]) === value.trim();
}

const wordOf = (value: WriteFeature['properties'][string]): string =>
  value === null || value === undefined ? '' : String(value).trim();

/** What went by while the former edition was read. */
export interface ReplaceCounts {
  kept: number;
  replaced: number;
  /** Kept, though their value begins with the one that is replaced: a village code below a county's. */
  longer: number;
}

/**
 * The former edition without the features that are renewed.
 *
 * @throws UserError `build-replace-column`
 */
export function keptOf(
  former: FeatureStream,
  where: ReplaceWhere,
  counts: ReplaceCounts,
): FeatureStream {
  needColumn(former, where);
  const value = where.value.trim();
  return {
    ...former,
    async *batches(signal) {
      Object.assign(counts, { kept: 0, replaced: 0, longer: 0 });
      for await (const batch of former.batches(signal)) {
        const kept = batch.filter((feature) => !isReplaced(feature, where));
        counts.kept += kept.length;
        counts.replaced += batch.length - kept.length;
        for (const { properties } of kept) {
          if (wordOf(properties[where.column]).startsWith(value)) counts.longer++;
        }
        if (kept.length > 0) yield kept;
      }
    },
  };
}

/**
 * A source of renewed features. One that belongs elsewhere would stand in the layer twice, so it is
 * refused.
 *
 * @throws UserError `build-replace-column`, and `build-replace-outside` while it is read
 */
export function renewedOf(stream: FeatureStream, where: ReplaceWhere): FeatureStream {
  needColumn(stream, where);
  return {
    ...stream,
    async *batches(signal) {
      let number = 0;
      for await (const batch of stream.batches(signal)) {
        for (const feature of batch) {
          if (!isReplaced(feature, where)) {
            throw new UserError('build-replace-outside', {
              source: stream.name,
              feature: number,
              column: where.column,
              value: where.value,
              found: wordOf(feature.properties[where.column]),
            });
          }
          number++;
        }
        yield batch;
      }
    },
  };
}

function needColumn({ name, columns }: FeatureStream, { column }: ReplaceWhere): void {
  if (columns.some((one) => one.name === column)) return;
  const choices = columns.map((one) => one.name).join(', ');
  throw new UserError('build-replace-column', { source: name, column, choices });
}
