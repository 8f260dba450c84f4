/** A program without the statements and members that begin so. One that is not there any more fails the build. */
export function cutProgram(code: string, program: object, cuts: Record<string, string>): string {
  const found = new Map<string, { start: number; end: number }>();
  const pieces: { start: number; end: number; by: string }[] = [];
  const visit = (node: { type?: string; start?: number; end?: number }): void => {
    const { type = '', start = 0, end = 0 } = node;
    const mark = /Statement$|Declaration$|^MethodDefinition$/.test(type)
      ? Object.keys(cuts).find((beginning) => code.startsWith(beginning, start))
      : undefined;
    if (mark !== undefined) {
      found.set(mark, { start, end });
      pieces.push({ start, end, by: cuts[mark] ?? '' });
      return;
    }
    for (const inner of Object.values(node)) {
      for (const child of Array.isArray(inner) ? inner : [inner]) if (child && typeof child === 'object') visit(child);
    }
  };
  visit(program);
  const missing = Object.keys(cuts).filter((mark) => !found.has(mark));
  if (missing.length > 0) throw new Error(`ky's core has no longer: ${missing.join(' | ')}`);
  let kept = '';
  let at = 0;
  for (const { start, end, by } of pieces.toSorted((a, b) => a.start - b.start)) {
    kept += code.slice(at, start) + by;
    at = end;
  }
  return kept + code.slice(at);
}
