/** A file that goes with a ticket, as the draft knows it; its bytes lie in the store `files`. */
export interface AttachedFile {
  /** the key of its bytes in this browser; what the service calls it is made anew with each sending */
  id: string;
  name: string;
  /** media type, as the browser or our own re-encoding named it */
  type: string;
  bytes: number;
}

/** The bytes of a file, kept until its ticket is sent, it is removed, or its draft ends. */
export interface KeptFile {
  id: string;
  blob: Blob;
  /** milliseconds since 1970 */
  keptAt: number;
}
