/**
 * Random bytes in base64url. `getRandomValues` because panels over plain http have neither `randomUUID` nor `subtle`.
 * @param bytes how many; 16 make 22 characters, 32 make 43
 */
export function randomId(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return btoa(String.fromCharCode(...random))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');
}
