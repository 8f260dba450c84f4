/** One line of diagnostics: shown before it is sent, and left out when unticked. */
export interface DiagnosticLine {
  /** camelCase, as the service stores it: `browser`, `scriptError1` */
  key: string;
  text: string;
  isOn: boolean;
}
