/** Facts about the shop that a panel's page may show. */
export const FACTS = ['supportNumber', 'installUrl', 'shopVersion'] as const;

/** The known facts of a shop; unknown ones are missing or empty. */
export type Facts = { [Fact in (typeof FACTS)[number]]?: string | undefined };

/** Serialises facts, one per line. Not JSON: Prototype 1.6 changes `JSON.stringify`. */
export function toLines(facts: Facts): string {
  return FACTS.map((fact) => facts[fact]).join('\n');
}
