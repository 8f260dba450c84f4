/** Shown in place of greater counts. */
const MOST = 99;

/**
 * The icon of the browser's tab: the product's mark, with what waits for the agent in a badge.
 * @param count 0 shows the mark alone
 * @param hasOutages whether outages are among it: the badge is red then
 */
export function tabIcon(count: number, hasOutages: boolean): string {
  const text = count > MOST ? `${MOST}+` : `${count}`;
  const width = 8 + 8 * text.length;
  const badge = `<rect x="${32 - width}" y="14" width="${width}" height="18" rx="9" fill="${hasOutages ? '#b3261e' : '#17252a'}"/><text x="${32 - width / 2}" y="28" font-size="15" font-family="sans-serif" font-weight="700" text-anchor="middle" fill="#fff">${text}</text>`;
  const mark = '<rect width="32" height="32" rx="9" fill="#0d5c63"/><path d="M9 10h14v9h-7l-5 4v-4H9z" fill="#fff"/>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${mark}${count > 0 ? badge : ''}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
