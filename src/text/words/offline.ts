import type { Text } from '../text.ts';

/** Words for work without a network: layers on this machine, new versions of the app. Part of `UI_WORDS`. */
export const OFFLINE_WORDS = {
  'offline.title': { zh: '离线使用', en: 'Without a network' },
  'offline.none': {
    zh: '图层从服务器读取。保存到本机后，断网也能核查。',
    en: 'Layers are read from the server. Kept here, they can be checked without a network.',
  },
  'offline.some': {
    zh: '{n} / {m} 个图层已在本机（{size}），其余断网时不能核查。',
    en: '{n} of {m} layers are kept here ({size}); the others cannot be checked without a network.',
  },
  'offline.all': {
    zh: '{m} 个图层都在本机（{size}），断网也能核查。',
    en: 'All {m} layers are kept here ({size}) and can be checked without a network.',
  },
  'offline.unsure': {
    zh: '磁盘空间不足时，浏览器可能清除已保存的图层。',
    en: 'A browser short of space may let go of kept layers.',
  },
  'offline.save.all': { zh: '全部保存到本机（{size}）', en: 'Keep all here ({size})' },
  'offline.save.rest': { zh: '保存其余（{size}）', en: 'Keep the others ({size})' },
  'offline.remove.all': { zh: '从本机删除', en: 'Remove from here' },
  'offline.saving.all': { zh: '正在保存到本机，{p} %', en: 'Keeping layers here, {p} %' },
  'offline.stop': { zh: '停止', en: 'Stop' },
  'offline.save': { zh: '保存到本机（{size}）', en: 'Keep here ({size})' },
  'offline.save.on': { zh: '继续保存（已有 {p} %）', en: 'Go on keeping ({p} % is here)' },
  'offline.save.again': { zh: '保存新版（{size}）', en: 'Keep the new edition ({size})' },
  'offline.saving': { zh: '正在保存，{p} %', en: 'Being kept, {p} %' },
  'offline.waiting': { zh: '等待保存', en: 'Waiting to be kept' },
  'offline.kept': {
    zh: '已保存在本机，{size}，校验码相符',
    en: 'Kept here, {size}, checksum verified',
  },
  'offline.old': {
    zh: '本机保存的是旧版，已不再使用',
    en: 'An earlier edition is kept here and no longer used',
  },
  'offline.remove': { zh: '从本机删除', en: 'Remove from here' },
  'offline.saved': { zh: '{name}已保存到本机', en: '{name} is kept here' },
  'offline.saved.all': { zh: '{m} 个图层已保存到本机', en: 'All {m} layers are kept here' },
  'keep-full': {
    zh: '本机空间不足，未保存，没有留下不完整的文件',
    en: 'Not kept: this machine is short of space. Nothing was left half kept',
  },
  'keep-denied': {
    zh: '浏览器不允许在本机保存图层',
    en: 'This browser does not let layers be kept',
  },
  'keep-changed': {
    zh: '服务器上的 {file} 与图层目录不符（校验码不同），未保存',
    en: 'Not kept: {file} on the server is not the one of the catalog (checksum differs)',
  },
  'keep-unreachable': {
    zh: '{file} 未能取得（{reason}），已取得的部分保留，可继续',
    en: '{file} could not be fetched ({reason}); what arrived stays, and can be gone on with',
  },
  'keep-failed': { zh: '未能保存（{reason}）', en: 'Not kept ({reason})' },
  'version.new': {
    zh: '程序有新版本，更新后生效',
    en: 'A new version of the app is ready',
  },
  'version.update': { zh: '更新', en: 'Update' },
  'version.unsaved': {
    zh: '当前项目没有保存在本机，更新会丢失。请先导出项目文件，或关闭项目。',
    en: 'The open project is not kept here and would be lost. Export or close it first.',
  },
} as const satisfies Record<string, Text>;
