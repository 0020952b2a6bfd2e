/** The two languages of the product; Chinese is shown first. */
export interface LocalizedText {
  readonly zh: string;
  readonly en: string;
}
