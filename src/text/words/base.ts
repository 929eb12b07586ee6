import type { Text } from '../text.ts';

/** What is said about the map beneath the layers. */
export const BASE_WORDS = {
  title: { zh: '底图', en: 'Base map' },
  button: { zh: '底图：{name}', en: 'Base map: {name}' },
  own: { zh: '仅本系统图层', en: 'Own layers only' },
  ownNote: {
    zh: '政区、水系、城镇示意，随图层目录提供；不联网。',
    en: 'Areas, waters and towns of the layer catalog; no network.',
  },
  print: { zh: '黑白打印效果', en: 'As a black-and-white copy' },
  loading: { zh: '正在打开…', en: 'Opening…' },
  retry: { zh: '重试', en: 'Try again' },
  approval: { zh: '审图号：{number}', en: 'Map approval no. {number}' },
  unreviewed: {
    zh: '内部工作用图，未经审核，不得公开',
    en: 'Internal working map, not reviewed for publication',
  },
  degrees: {
    zh: '该服务按经纬度切片（c 或 EPSG:4490），本地图为墨卡托投影，不能显示。请改用 w 服务或离线底图包。',
    en: 'This service is cut in degrees (c, EPSG:4490) and cannot be shown here. Use its w service or an offline archive.',
  },
  'no-token': {
    zh: '未配置令牌（token），不能显示。',
    en: 'No token is configured; it cannot be shown.',
  },
  'base-refused': {
    zh: '底图服务 {host} 拒绝访问（HTTP {status}）：请检查令牌及其授权。底图未显示，核查不受影响。',
    en: '{host} refused access (HTTP {status}): check the token. The base map is not shown; checks are not affected.',
  },
  'base-unreachable': {
    zh: '连接不到底图服务 {host}。底图未显示，核查不受影响。',
    en: '{host} cannot be reached. The base map is not shown; checks are not affected.',
  },
  'base-blocked': {
    zh: '本页的内容安全策略（CSP）不允许访问 {host}，底图未显示。如需使用，请部署者在 CSP 响应头中加入该主机。',
    en: 'The content security policy of this page does not allow {host}; the base map is not shown. The deployer can add the host to the policy header.',
  },
  'base-answer': {
    zh: '底图服务 {host} 返回的不是图片（HTTP {status}，{kind}）。底图未显示，核查不受影响。',
    en: '{host} does not answer with pictures (HTTP {status}, {kind}). The base map is not shown; checks are not affected.',
  },
  'base-archive': {
    zh: '离线底图包 {file} 未能读取（{why}）。底图未显示，核查不受影响。',
    en: 'The archive {file} could not be read ({why}). The base map is not shown; checks are not affected.',
  },
  part: {
    zh: '部分底图未能显示：{host}{file}',
    en: 'Part of the base map is missing: {host}{file}',
  },
  config: {
    zh: '底图配置 {url} 未能读取（{why}），只显示本系统图层。',
    en: 'The base map list {url} could not be read ({why}); only own layers are shown.',
  },
} as const satisfies Record<string, Text>;

export type BaseWord = keyof typeof BASE_WORDS;

/** A sentence in both languages with its values filled in. */
export function baseText(
  word: BaseWord,
  params: Readonly<Record<string, string | number>> = {},
): Text {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
  const { zh, en } = BASE_WORDS[word];
  return { zh: fill(zh), en: fill(en) };
}
