import type { Shell } from '../shell.ts';
import { textOf } from '../spoken-error.ts';

/**
 * Opens the desk of house templates, whose code the first view does without.
 *
 * @param address of the deployer's template, '' where there is none
 */
export function openTemplates(app: HTMLElement, shell: Shell, address: string): void {
  import('./template-desk.ts').then(
    ({ TemplateDesk }) => {
      const desk = new TemplateDesk(shell);
      desk.listenTo(app);
      void desk.begin(address);
    },
    (cause: unknown) => shell.change({ message: textOf(cause) }),
  );
}
