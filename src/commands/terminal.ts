/** The environment of a command: its output and the time. */
export interface Terminal {
  print: (line: string) => void;
  printError: (line: string) => void;
  now: () => Temporal.Instant;
}

/** Customers' text for a terminal: control characters, which a terminal would obey, become visible. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}|\p{Cf}/gu, '\u00b7');
}

/** Rows as aligned columns, two spaces apart. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
