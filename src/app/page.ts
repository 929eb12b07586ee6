import './sanxian-app.ts';
import { say } from '../text/words/ui.ts';

/** The page: keeps the title in its language. */
const app = document.querySelector('sanxian-app');
if (app) {
  const nameTheTab = () => {
    document.title = say('app.title', app.lang);
    document.documentElement.lang = app.lang === 'zh' ? 'zh-CN' : 'en';
  };
  new MutationObserver(nameTheTab).observe(app, { attributeFilter: ['lang'] });
  nameTheTab();
}
