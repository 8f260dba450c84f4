/**
 * Whether a server that we trust found a letter aligned (RFC 8601): its results stand topmost, DMARC passed, and for this
 * domain. Further down may stand what the sender wrote.
 * @param values of all `Authentication-Results`, the topmost first
 * @param domain of the `From` address, in lower case
 */
export function isAlignedByServer(
  values: readonly string[],
  trustedServers: readonly string[],
  domain: string,
): boolean {
  const [topmost] = values;
  if (topmost === undefined || trustedServers.length === 0) return false;
  const [server = '', ...results] = withoutComments(topmost).split(';');
  const name = server.trim().split(/\s+/)[0]?.toLowerCase();
  if (!trustedServers.some((trusted) => trusted.toLowerCase() === name)) return false;
  const verdicts = results.filter((result) => /^\s*dmarc\s*=/i.test(result));
  const [verdict] = verdicts;
  if (verdict === undefined || verdicts.length !== 1) return false;
  const from = /\sheader\.from\s*=\s*([^\s;"]+)/i.exec(verdict)?.[1]?.toLowerCase();
  return /^\s*dmarc\s*=\s*pass(?:\s|$)/i.test(verdict) && from?.slice(from.lastIndexOf('@') + 1) === domain;
}

/** Without comments, which nest, and with what is quoted replaced: both may hold whatever a sender wrote. */
function withoutComments(value: string): string {
  let depth = 0;
  let isQuoted = false;
  let text = '';
  for (let at = 0; at < value.length; at++) {
    const sign = value.charAt(at);
    if (sign === '\\' && (isQuoted || depth > 0)) at += 1;
    else if (isQuoted) isQuoted = sign !== '"';
    else if (sign === '(') depth += 1;
    else if (sign === ')' && depth > 0) {
      depth -= 1;
      text += ' ';
    } else if (depth > 0) continue;
    else if (sign === '"') {
      isQuoted = true;
      text += '"';
    } else text += sign;
  }
  return isQuoted || depth > 0 ? '' : text;
}
