import type {
  CrossFinding,
  LayerQualityDocument,
  QualityFinding,
} from '../../domain/layer-quality.ts';

type Geometry =
  | { readonly type: 'Point'; readonly coordinates: readonly number[] }
  | NonNullable<CrossFinding['geometry']>;

export interface QualityFeature {
  readonly type: 'Feature';
  readonly bbox?: readonly number[];
  readonly geometry: Geometry | null;
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
}

export interface QualityFeatures {
  readonly type: 'FeatureCollection';
  readonly features: readonly QualityFeature[];
}

/** Every finding as a feature one can fly to: common ground of two lines as polygons, the rest as points. */
export function qualityGeoJson({ layers, crosses }: LayerQualityDocument): QualityFeatures {
  const own = layers.flatMap(({ id, checks }) =>
    checks.flatMap(({ findings }) => findings.map((one) => featureOf(one, id, null))),
  );
  const between = crosses.flatMap(({ kinds, findings }) =>
    findings.map((one) => featureOf(one, kinds.join(' × '), one.geometry)),
  );
  return { type: 'FeatureCollection', features: [...own, ...between] };
}

function featureOf(finding: QualityFinding, of: string, shape: Geometry | null): QualityFeature {
  const { check, features, source, at, bbox, areaM2, widthM, distanceM, text } = finding;
  const geometry = shape ?? (at ? { type: 'Point' as const, coordinates: at } : null);
  return {
    type: 'Feature',
    ...(bbox && { bbox }),
    geometry,
    properties: {
      check,
      of,
      features: features.map(({ index }) => index).join(' '),
      ids: features.map(({ id }) => id ?? '').join(' '),
      source: source ? `${source.name} ${source.index}` : null,
      areaM2: areaM2 ?? null,
      widthM: widthM ?? null,
      distanceM: distanceM ?? null,
      zh: text.zh,
      en: text.en,
    },
  };
}
