import type { Text } from '../text.ts';

/** Steps of building a layer, as the progress line names them. */
export const BUILDING = {
  open: { zh: '打开', en: 'Opening' },
  convert: { zh: '转换', en: 'Converting' },
  read: { zh: '读取', en: 'Reading' },
  sort: { zh: '排序写入', en: 'Sorting' },
  quality: { zh: '质量检查', en: 'Checking quality' },
  names: { zh: '编写名录', en: 'Making the file of names' },
  overviews: { zh: '生成概览', en: 'Making overviews' },
  pmtiles: { zh: '生成 PMTiles', en: 'Making PMTiles' },
  place: { zh: '放入目录', en: 'Putting in place' },
} as const satisfies Record<string, Text>;

export type BuildingStep = keyof typeof BUILDING;

/** What remains of the running step. */
export function buildingTime(seconds: number): Text {
  if (seconds < 90) {
    const s = Math.max(1, Math.round(seconds));
    return { zh: `本步约剩 ${s} 秒`, en: `about ${s} s left in this step` };
  }
  const minutes = Math.round(seconds / 60);
  return { zh: `本步约剩 ${minutes} 分钟`, en: `about ${minutes} min left in this step` };
}

/** What is printed once a layer is built, or would be. */
export const BUILT = {
  layer: (id: string, features: number, bytes: number): Text => ({
    zh: `已建图层 ${id}：${features} 个图斑，${bytes} 字节。`,
    en: `Built layer ${id}: ${features} features, ${bytes} bytes.`,
  }),
  wouldBe: (id: string, features: number, bytes: number): Text => ({
    zh: `试运行，未写入任何文件。将建图层 ${id}：${features} 个图斑，${bytes} 字节。`,
    en: `Dry run, nothing was written. Layer ${id} would have ${features} features, ${bytes} bytes.`,
  }),
  source: (file: string, table: string, crs: string, features: number): Text => ({
    zh: `来源 ${file}（${table}）：${features} 条记录，${crs}`,
    en: `Source ${file} (${table}): ${features} records, ${crs}`,
  }),
  folder: (folder: string): Text => ({ zh: `位置 ${folder}`, en: `In ${folder}` }),
  meta: (edition: string, owner: string): Text => ({
    zh: `数据版本 ${edition}，来源单位 ${owner}`,
    en: `Edition ${edition}, owner ${owner}`,
  }),
  replaced: (kept: number, replaced: number, read: number): Text => ({
    zh: `保留 ${kept} 个图斑，替换 ${replaced} 个，新读入 ${read} 个`,
    en: `${kept} features kept, ${replaced} replaced, ${read} read`,
  }),
  former: (edition: string): Text => ({
    zh: `原版本 ${edition} 已保留，可用 sanxian layers restore 恢复`,
    en: `The former edition ${edition} is kept; sanxian layers restore puts it back`,
  }),
  fields: (pairs: string): Text => ({ zh: `字段 ${pairs}`, en: `Fields ${pairs}` }),
  noFields: {
    zh: '没有认出任何字段，可用 --field 指定',
    en: 'No column was recognised; see --field',
  } as Text,
  ownerUnknown: { zh: '未注明', en: 'not stated' } as Text,
  restored: (id: string, edition: string, former: string): Text => ({
    zh: `图层 ${id} 已恢复为 ${edition}；${former} 转为历史版本。`,
    en: `Layer ${id} is ${edition} again; ${former} is now a former edition.`,
  }),
} as const;
