import type { JSX } from 'preact';
import { encode } from 'uqr';

/** The light border that scanners need, in modules. */
const QUIET_ZONE = 4;

/** A QR code as one path of squares: black on white in every theme, as scanners expect it. */
export function QrCode({ text, name }: { text: string; name: string }): JSX.Element {
  const { data, size } = encode(text, { border: QUIET_ZONE, ecc: 'M' });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={squares.join('')} fill="#000" />
    </svg>
  );
}
