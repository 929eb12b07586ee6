/** Both elements: the entry of the package. Importing it without a DOM is safe and does nothing. */
export { SanxianApp } from './sanxian-app.ts';
export { SanxianMap } from './sanxian-map.ts';
