/** The facts that a panel's page may show of its shop. */
export const FACTS = ['supportNumber', 'installUrl', 'shopVersion'] as const;

/** What is known of a shop; what is not is missing or empty. */
export type Facts = { [Fact in (typeof FACTS)[number]]?: string | undefined };

/** A line for each fact. Not JSON: Prototype 1.6 changes what JSON.stringify writes. */
export function toLines(facts: Facts): string {
  return FACTS.map((fact) => facts[fact]).join('\n');
}
