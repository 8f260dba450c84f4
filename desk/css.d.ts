declare module '*.css';

declare module '*.css?url' {
  /** the address of the sheet */
  const href: string;
  export default href;
}
