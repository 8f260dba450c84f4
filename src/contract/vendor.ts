/** Whose help it is. */
export interface Vendor {
  /** the company, as sentences and the heads of pages name it */
  name: string;
  /** at most three letters, in the place of a picture */
  mark: string;
}

/** Who answers where nothing else is set: the texts of the widget have these words, and the loader carries others only. */
export const OWN_VENDOR: Vendor = { name: 'KAMELIA-NET', mark: 'sG' };
