import { type Facts, toLines } from './facts.ts';

/**
 * How far the shop of a panel is trusted. Only what the service recognised is kept at all.
 * - `recognised`: a page of this panel said so on its own host
 * - `known`: recognised, and sent or chosen by a person
 * - `lost`: was known, and the service recognises it no longer: gives way to what a page says
 */
export type Standing = 'recognised' | 'known' | 'lost';

/** The panel that a page belongs to. */
export interface PanelRecord {
  /** the longest directory with a record that contains the page: the scope of everything that the widget stores */
  panelPath: string;
  /** the longest one whose record names a shop; empty where none does */
  shopPath: string;
  facts: Facts;
  /** missing while no shop is known */
  standing?: Standing | 'tag' | undefined;
  /** facts that were stored before standings were, with their directories: they count once they are checked */
  unchecked: [directory: string, facts: Facts][];
}

const PREFIX = 'pomoc.facts';

/**
 * Reads what is known of the panel that a page belongs to. Two shops on one origin do not mix, as a page takes the
 * longest directory that contains it.
 * @param path of the page
 */
export function recallShop(path: string): PanelRecord {
  const record: PanelRecord = { panelPath: '/', shopPath: '', facts: {}, unchecked: [] };
  try {
    for (const key in localStorage) {
      const directory = key.slice(PREFIX.length);
      if (key.indexOf(PREFIX) || path.indexOf(directory)) continue; // whatever libraries have added stands there, too
      if (directory.length > record.panelPath.length) record.panelPath = directory;
      const [supportNumber, installUrl, shopVersion, standing] = (localStorage[key] as string).split('\n');
      const facts = { supportNumber, installUrl, shopVersion };
      if (standing && directory.length > record.shopPath.length) {
        record.shopPath = directory;
        record.standing = standing as Standing;
        record.facts = facts;
      } else if (supportNumber && !standing) record.unchecked.push([directory, facts]);
    }
  } catch {
    // No storage: nothing is known.
  }
  return record;
}

/** Remembers a shop that the service recognised for the pages of a panel. */
export function rememberShop(directory: string, facts: Facts, standing: Standing): void {
  keep(directory, `${toLines(facts)}\n${standing}`);
}

/** Forgets a shop. Its directory stays: drafts, the outbox and followed tickets are found by it. */
export function forgetShop(directory: string): void {
  keep(directory, '');
}

function keep(directory: string, lines: string): void {
  if (directory.endsWith('#')) return; // a form in a page, which has no panel
  try {
    localStorage[PREFIX + directory] = lines;
  } catch {
    // Storage is missing or full: the next page asks the person.
  }
}
