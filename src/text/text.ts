/** A sentence or a name in both languages. Quoted clauses exist in Chinese only and repeat it. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Text;
