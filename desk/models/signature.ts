/**
 * The signature of an agent's replies; empty where there is none.
 * @param pattern the vendor's setting, where `{agent}` stands for the agent's name
 */
export function signatureOf(pattern: string | null, agent: string): string {
  return (pattern ?? '').replaceAll('{agent}', () => agent);
}

/** The signature that a reply gets when it is sent: none where its text ends with it already. */
export function missingSignature(text: string, signature: string): string {
  return text.trimEnd().endsWith(signature) ? '' : signature;
}

/** A reply as the customer reads it: the signature is a paragraph of its own. */
export function signed(text: string, signature: string): string {
  const missing = missingSignature(text, signature);
  return missing ? `${text.trim()}\n\n${missing}` : text.trim();
}
