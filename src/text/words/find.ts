import type { Text } from '../text.ts';

/** Why a layer could not be searched, by the code of the `UserError`; `layer-...` stand in `layers.ts`. */
export const FIND_WORDS = {
  'find-no-fields': {
    zh: '该图层没有登记编号或名称字段，无法查找。',
    en: 'The catalog names no code or name field for this layer; it cannot be searched.',
  },
  'find-too-large': {
    zh: '该图层过大（{bytes} 字节）且没有查找文件，未查找。请用 sanxian layers build 重新生成。',
    en: 'The layer is too large to read ({bytes} bytes) and has no file of names; it was not searched. Build it again with sanxian layers build.',
  },
  'find-fault': {
    zh: '查找出错：{message}',
    en: 'The search failed: {message}',
  },
  'find-worker-died': {
    zh: '查找进程已停止，请重试。',
    en: 'The search process stopped; try again.',
  },
} as const satisfies Record<string, Text>;
