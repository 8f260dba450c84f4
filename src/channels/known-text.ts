import { maskLinks } from '../identity/mail-marks.ts';
import { bareLine } from './quote-heads.ts';

/** Shortest line that is taken for ours because ours has it: `Dzień dobry,` is everybody's. */
const LEAST = 20;

/** Lines below a head that are compared. */
const COMPARED = 4;

/** Lines below a head that a short text of ours may take, wrapped. */
const MOST_LINES = 50;

/** What we wrote, to recognise it in answers. */
export class KnownText {
  private readonly all: string;
  private readonly texts: readonly string[];

  constructor(texts: readonly string[]) {
    this.texts = texts.map((text) => spread(maskLinks(text))).filter((text) => text.length > 3);
    this.all = this.texts.join('\n');
  }

  /** Whether a line is long enough to be told from others' and stands in what we wrote. */
  hasLine(line: string): boolean {
    const bare = spread(bareLine(line));
    return bare.length >= LEAST && this.all.includes(bare);
  }

  /** Whether what we wrote begins below, however it was wrapped. */
  beginsAt(lines: readonly string[], from: number): boolean {
    if (this.texts.length === 0) return false;
    const below = lines
      .slice(from, from + MOST_LINES)
      .map(bareLine)
      .filter(Boolean);
    if (below.slice(0, COMPARED).some((line) => this.hasLine(line))) return true;
    const text = spread(below.join(' '));
    return this.texts.some((known) => text.startsWith(known) || (text.length >= LEAST && known.startsWith(text)));
  }
}

function spread(text: string): string {
  return text.replace(/[>|]/g, ' ').replace(/\s+/g, ' ').trim();
}
