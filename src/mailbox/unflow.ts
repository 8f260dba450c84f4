/** A line of text with how deep it is quoted. */
interface FlowedLine {
  depth: number;
  text: string;
}

/**
 * Text of `format=flowed` (RFC 3676) with its soft line ends joined, and quoted lines written `> `.
 * @param isSpaceDropped `delsp=yes`: the space before a soft end is no part of the text
 */
export function unflow(flowed: string, isSpaceDropped: boolean): string {
  const lines: string[] = [];
  let open: FlowedLine | null = null;
  for (const raw of flowed.split('\n')) {
    const depth = /^>*/.exec(raw)?.[0].length ?? 0;
    const stuffed = raw.slice(depth);
    const text = stuffed.startsWith(' ') ? stuffed.slice(1) : stuffed;
    const isSoft = text.endsWith(' ') && text !== '-- ';
    if (open && (open.depth !== depth || text === '-- ')) {
      lines.push(quoted(open));
      open = null;
    }
    const kept = isSoft && isSpaceDropped ? text.slice(0, -1) : text;
    open = open ? { depth, text: open.text + kept } : { depth, text: kept };
    if (!isSoft) {
      lines.push(quoted(open));
      open = null;
    }
  }
  if (open) lines.push(quoted(open));
  return lines.join('\n');
}

function quoted({ depth, text }: FlowedLine): string {
  return depth > 0 ? `${'>'.repeat(depth)} ${text}` : text;
}
