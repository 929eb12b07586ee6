import './sanxian-app.ts';
import { say } from '../text/words/ui.ts';
import { installShell } from './offline/shell-client.ts';

/** The page: gives the workspace its map and keeps the title in its language. */
const app = document.querySelector('sanxian-app');
if (app) {
  app.makeMap = async (seat) => (await import('./make-map.ts')).makeMap(seat);
  const nameTheTab = () => {
    document.title = say('app.title', app.lang);
    document.documentElement.lang = app.lang === 'zh' ? 'zh-CN' : 'en';
  };
  new MutationObserver(nameTheTab).observe(app, { attributeFilter: ['lang'] });
  nameTheTab();
  // After the first view: what is kept for work without a network must not slow it down.
  if (import.meta.env.PROD) void app.ready.then(() => requestIdleCallbackOr(install));
}

async function install(): Promise<void> {
  const desk = app!.offline;
  const client = await installShell('sw.js', (waiting) => desk.announce(waiting));
  if (client) desk.useShell(client);
}

/** Safari has no idle callbacks. */
function requestIdleCallbackOr(act: () => Promise<void>): void {
  if ('requestIdleCallback' in window) requestIdleCallback(() => void act(), { timeout: 5000 });
  else setTimeout(() => void act(), 3000);
}
