/**
 * The label of a value of a closed list.
 * @param labels one for each value that this program knows
 * @param code as it came: a newer service may send one that is not among them
 * @param fallback shown for such a value; without it the code itself
 */
export function label(labels: Readonly<Record<string, string>>, code: string, fallback: string = code): string {
  return (Object.hasOwn(labels, code) && labels[code]) || fallback;
}

/** A text as a value of a closed list; null when it is none. */
export function asOneOf<Value extends string>(list: readonly Value[], text: unknown): Value | null {
  return list.find((value) => value === text) ?? null;
}
