/** Files: how many a message may carry, and sizes in bytes. Every part but the last is exactly `partBytes` long. */
export const ATTACHMENTS = {
  perMessage: 5,
  fileBytes: 10 * 1024 * 1024,
  partBytes: 256 * 1024,
  nameLength: 255,
} as const;
