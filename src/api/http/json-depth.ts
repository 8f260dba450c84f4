/**
 * Whether JSON holds lists and objects within one another more than `most` deep, told from its text in one pass: later
 * would be too late, since reading it with a reviver goes as deep as the text says. Text that is no JSON may get either
 * answer.
 */
export function isDeeperThan(most: number, json: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (isInString) {
      if (character === '\\') at += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '[' || character === '{') {
      depth += 1;
      if (depth > most) return true;
    } else if (character === ']' || character === '}') depth -= 1;
  }
  return false;
}
