import type { Text } from '../text.ts';

/** Words of the elements in pages of others. */
export const EMBED_WORDS = {
  'embed.shape': {
    zh: '消息不合格式：{problem}',
    en: 'The message is not well formed: {problem}',
  },
  'embed.version': {
    zh: '只接受版本 1 的消息。',
    en: 'Only version 1 of the messages is understood.',
  },
  'embed.type': { zh: '没有这种消息：{type}', en: 'There is no such message: {type}' },
  'embed.busy': {
    zh: '未答复的消息已有 {n} 条，请等待答复。',
    en: '{n} messages wait for their answers; send no more until they have come.',
  },
  'embed.aborted': { zh: '已取消。', en: 'Cancelled.' },
  'embed.no-project': { zh: '尚未打开项目。', en: 'No project is open.' },
  'embed.no-report': {
    zh: '尚未核查，没有报告。',
    en: 'Nothing was checked yet: there is no report.',
  },
} as const satisfies Record<string, Text>;
