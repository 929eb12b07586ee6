import type { CheckAnswer, CheckRequest } from './check-protocol.ts';

/** The thread in which files are read and projects are checked. */
const scope = globalThis as unknown as {
  onmessage: ((event: { data: CheckRequest }) => void) | null;
  postMessage(answer: CheckAnswer): void;
};

scope.onmessage = ({ data }) => {
  if (data.type === 'cancel') return;
  scope.postMessage({
    id: data.id,
    type: 'error',
    error: {
      code: 'job-missing',
      params: {},
      detail: null,
      text: { zh: '此版本不含核查程序。', en: 'This build has no check job.' },
    },
  });
};
