/**
 * Whether a version is from one to another, both included: part by part, as numbers. Missing parts count as zeros only because
 * the service writes the ends so: `comparableRange` of its policy. Of an unknown version nothing is said.
 */
export function isBetween(version: string | undefined, from: string, to: string): boolean {
  const inOrder = [from, version, to].sort((a, b) => (a as string).localeCompare(b as string, 'en', { numeric: true }));
  return inOrder[1] === version;
}
