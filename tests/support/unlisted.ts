/** A value that is not in the closed list of its type: what a newer service, a bug or an attacker may send. */
export function unlisted<Value extends string>(code: string): Value {
  return code as Value;
}
