import type { MainJob } from '../main-job.ts';
import type { Shell } from '../shell.ts';
import { IndexedStore } from './indexed-store.ts';
import { KeepDesk } from './keep-desk.ts';

/** A desk over this browser's storage, listening to what the list of recent projects tells. */
export function startKeeping(app: HTMLElement, shell: Shell, job: MainJob): KeepDesk {
  const { workspace, change } = shell;
  const desk = new KeepDesk(
    {
      workspace,
      view: () => shell.look.keep,
      show: (keep) => change({ keep }),
      tell: (text) => change({ message: text }),
      isKept: (state) => !job.isSample(state),
      now: () => Date.now(),
    },
    new IndexedStore(),
  );
  app.addEventListener('sanxian-recent-open', ({ detail: { key } }) => {
    void desk.open(key).then((opened) => {
      if (!opened) return;
      change({ welcoming: false });
      shell.tell('sanxian-project-change', workspace.project);
      void job.checkNow();
    });
  });
  app.addEventListener('sanxian-recent-remove', ({ detail: { key } }) => void desk.remove(key));
  app.addEventListener('sanxian-forget', ({ detail }) => detail.wait(desk.clear()));
  app.addEventListener('sanxian-project-close', () => {
    workspace.setProject(null);
    desk.forget();
    shell.tell('sanxian-project-change', null);
  });
  return desk;
}

/** Writes what is still waiting before the page goes; gives the way to stop. */
export function flushOnLeave(desk: KeepDesk): () => void {
  const flush = () => {
    if (document.visibilityState === 'hidden') void desk.flush();
  };
  const leave = () => void desk.flush();
  const gone = () => {
    leave();
    // A page that is left in the middle of a restoration has not died of it.
    desk.settled();
  };
  document.addEventListener('visibilitychange', flush);
  document.addEventListener('freeze', leave);
  window.addEventListener('pagehide', gone);
  return () => {
    document.removeEventListener('visibilitychange', flush);
    document.removeEventListener('freeze', leave);
    window.removeEventListener('pagehide', gone);
  };
}
