import type { ThemeChoice } from '../components/choices.ts';
import type { ComponentEvents } from '../components/events.ts';
import type { ReportFormat } from '../components/report-formats.ts';
import type { Language } from '../text/text.ts';
import { isLayerPanelOver } from './frame-panels.ts';
import type { LayerDesk } from './layer-desk.ts';
import type { MainJob } from './main-job.ts';
import type { MapSeating } from './map-seating.ts';
import { rememberPreferences } from './preferences.ts';
import { copyText, saveTable } from './save-file.ts';
import type { Shell } from './shell.ts';
import { worded } from './spoken-error.ts';

export interface PartEventsHost {
  setLanguage(language: Language): void;
  setTheme(theme: ThemeChoice): void;
  pickFile(): void;
  /** Reads the catalog again, after it could not be read. */
  reloadCatalog(): void;
}

type Handlers = { readonly [K in keyof ComponentEvents]?: (detail: ComponentEvents[K]) => void };

/** What the events of the elements do. */
export function listenToParts(
  target: EventTarget,
  shell: Shell,
  job: MainJob,
  layers: LayerDesk,
  seating: MapSeating,
  host: PartEventsHost,
): void {
  const handlers: Handlers = {
    ...barEvents(shell, job, host),
    ...layerEvents(shell, layers, host),
    ...resultEvents(shell, job, seating, host),
  };
  for (const [name, handle] of Object.entries(handlers)) {
    target.addEventListener(name, (event) =>
      (handle as (detail: unknown) => void)((event as CustomEvent<unknown>).detail),
    );
  }
}

function barEvents({ change }: Shell, job: MainJob, host: PartEventsHost): Handlers {
  return {
    'sanxian-mode': ({ mode }) => change({ mode }),
    'sanxian-step': ({ step }) => job.showStep(step),
    'sanxian-language': ({ language }) => {
      host.setLanguage(language);
      rememberPreferences({ language });
    },
    'sanxian-theme': ({ theme }) => {
      host.setTheme(theme);
      rememberPreferences({ theme });
    },
    'sanxian-drawer': ({ open }) => change({ drawerOpen: open }),
    'sanxian-first-close': () => {
      change({ welcoming: false });
      rememberPreferences({ welcomed: true });
    },
    'sanxian-dismiss': () => change({ message: null }),
    'sanxian-tool': ({ tool }) => change({ tool }),
  };
}

function layerEvents(shell: Shell, layers: LayerDesk, host: PartEventsHost): Handlers {
  return {
    'sanxian-layer-change': ({ id, visible, opacity }) =>
      layers.setView(id, {
        ...(visible === undefined ? {} : { visible }),
        ...(opacity === undefined ? {} : { opacity }),
      }),
    'sanxian-layer-only': ({ id }) => layers.only(id),
    'sanxian-layer-move': ({ id, before }) => layers.move(id, before),
    'sanxian-layer-order-usual': ({ group }) => layers.resetOrder(group),
    'sanxian-layer-zoom': ({ id }) => layers.zoomTo(id),
    'sanxian-layer-retry': ({ id }) => layers.retry(id),
    'sanxian-layer-sheet': ({ id }) => shell.change({ sheet: id }),
    'sanxian-layer-search': ({ query }) => layers.search(query),
    'sanxian-layer-search-stop': () => layers.stopSearch(),
    'sanxian-layer-search-close': () => layers.closeSearch(),
    'sanxian-layer-found': ({ bbox }) => layers.showFound(bbox),
    'sanxian-catalog-retry': () => host.reloadCatalog(),
    'sanxian-layers-close': () => {
      const { layout, step } = shell.look;
      if (layout.name === 'phone') shell.change({ sheetTab: step });
      else shell.change(isLayerPanelOver(layout.name) ? { overOpen: false } : { leftOpen: false });
    },
  };
}

function resultEvents(
  shell: Shell,
  job: MainJob,
  seating: MapSeating,
  host: PartEventsHost,
): Handlers {
  const { workspace, desk, change } = shell;
  return {
    'sanxian-answer': ({ field, value }) => {
      workspace.answer(field, value);
      if (workspace.state.checking) void job.checkNow();
      else if (workspace.state.report) void job.judgeNow();
    },
    'sanxian-path': ({ kind }) => {
      change({ path: kind });
      void job.explain();
    },
    'sanxian-override': (opinion) =>
      workspace.override({ ...opinion, at: new Date().toISOString() }),
    'sanxian-withdraw': (place) => workspace.withdraw(place),
    'sanxian-line-hover': ({ kind }) => desk.light(workspace.state.report, kind),
    'sanxian-line-fly': ({ kind }) => desk.flyTo(workspace.state, (_number, one) => one === kind),
    'sanxian-piece-select': ({ number }) => seating.select(number),
    'sanxian-pieces-light': ({ numbers }) => desk.lightPieces(workspace.state.report, numbers),
    'sanxian-pieces-save': ({ text }) => saveTable(text, workspace.project?.name ?? ''),
    'sanxian-piece-fly': ({ number }) => {
      seating.select(number);
      desk.flyTo(workspace.state, (one) => one === number);
    },
    'sanxian-open-request': () => host.pickFile(),
    'sanxian-locate': ({ at }) =>
      desk.map?.fitTo([at[0] - 1e-4, at[1] - 1e-4, at[0] + 1e-4, at[1] + 1e-4]),
    'sanxian-project-pick': ({ index }) => {
      workspace.pick(index);
      shell.tell('sanxian-project-change', workspace.project);
      void job.checkNow();
    },
    'sanxian-report-options': ({ formats, reportLanguage, greyFigures }) => {
      if (formats) change({ formats: formats as readonly ReportFormat[] });
      if (reportLanguage) change({ reportLanguage });
      if (greyFigures !== undefined) change({ greyFigures });
    },
    'sanxian-copy': ({ text }) => {
      void copyText(text).then((copied) =>
        change(
          copied
            ? { message: worded('toast.copied') }
            : { tools: { ...shell.look.tools, byHand: text } },
        ),
      );
    },
  };
}
