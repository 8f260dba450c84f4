/**
 * Files: how many a message may carry, and sizes in bytes. Every part but the last is exactly `partBytes` long. A picture
 * is paid for in pixels: 27 kB can be 225 million of them, each four bytes once they are decoded.
 */
export const ATTACHMENTS = {
  perMessage: 5,
  fileBytes: 10 * 1024 * 1024,
  partBytes: 256 * 1024,
  nameLength: 255,
  pixels: 50_000_000,
} as const;
