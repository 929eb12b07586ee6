type Load = () => Promise<unknown>;

/**
 * Elements of the workspace that the first view does without, by their tags: each is loaded when it is
 * first rendered, together with all that it alone needs.
 */
export const LATER_PARTS: Readonly<Record<string, Load>> = {
  'sanxian-batch-page': () => import('../../components/batch-page.ts'),
  'sanxian-compare-dialog': () => import('../../components/compare-dialog.ts'),
  'sanxian-crs-question': () => import('../../components/crs-question.ts'),
  'sanxian-datum-question': () => import('../../components/datum-question.ts'),
  'sanxian-drop-overlay': () => import('../../components/drop-overlay.ts'),
  'sanxian-findings-panel': () => import('../../components/findings-panel.ts'),
  'sanxian-finding-placeholders': () => import('../../components/finding-placeholders.ts'),
  'sanxian-first-run': () => import('../../components/first-run.ts'),
  'sanxian-identify-popover': () => import('../../components/identify-popover.ts'),
  'sanxian-layer-sheet': () => import('../../components/layer-sheet.ts'),
  'sanxian-layers-question': () => import('../../components/layers-question.ts'),
  'sanxian-outline-question': () => import('../../components/outline-question.ts'),
  'sanxian-paste-sheet': () => import('./paste-sheet.ts'),
  'sanxian-path-dialog': () => import('../../components/path-dialog.ts'),
  'sanxian-print-sheet': () => import('../../components/print-sheet.ts'),
  'sanxian-pieces-table': () => import('../../components/pieces-table.ts'),
  'sanxian-project-list': () => import('../../components/project-list.ts'),
  'sanxian-project-panel': () => import('../../components/project-panel.ts'),
  'sanxian-recent-projects': () => import('../../components/recent-projects.ts'),
  'sanxian-report-page': () => import('../../components/report-page.ts'),
  'sanxian-report-panel': () => import('../../components/report-panel.ts'),
  'sanxian-review-panel': () => import('../../components/review-panel.ts'),
  'sanxian-toast': () => import('../../components/toast.ts'),
};
