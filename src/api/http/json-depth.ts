/**
 * Whether JSON nests lists and objects more than `most` deep, found in one pass over its text: after parsing it would
 * be too late, since a reviver recurses as deep as the text nests. For text that is no JSON the result is undefined.
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
