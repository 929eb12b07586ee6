import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Language, Text } from '../text/text.ts';
import { say, type UiWord, type WordParams } from '../text/words/ui.ts';

/** What all elements here share: a language, and words in it. Properties in, events out. */
export class SanxianElement extends LitElement {
  @property() override lang: Language = 'zh';

  protected say(word: UiWord, params?: WordParams): string {
    return say(word, this.lang, params);
  }

  protected text(text: Text): string {
    return text[this.lang];
  }
}

/** Registers an element; without a DOM, or where the tag is taken, it is left alone. */
export function element(tag: string): (made: CustomElementConstructor) => void {
  return (made) => {
    const registry = globalThis.customElements;
    if (registry && !registry.get(tag)) registry.define(tag, made);
  };
}
