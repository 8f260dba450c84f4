const decoder = new TextDecoder('iso-8859-2');

const byteOfCharacter = new Map(
  Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const),
);

/**
 * Encodes HTML as ISO-8859-2, the way an old panel serves it. Characters that the charset lacks („ ” – …) become
 * numeric entities, so the text survives; inside a script or a style sheet an entity would not, so keep such characters
 * out of those.
 */
export function encodeIso88592(html: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Array.from(html).flatMap(bytesOf));
}

function bytesOf(character: string): number[] {
  const byte = byteOfCharacter.get(character);
  return byte === undefined ? Array.from(`&#${character.codePointAt(0)};`, codeOf) : [byte];
}

function codeOf(asciiCharacter: string): number {
  return asciiCharacter.charCodeAt(0);
}
