declare module 'icons' {
  /** SVG text by `folder/name`; build.mjs makes it. */
  const ICONS: Readonly<Record<string, string>>;
  // eslint-disable-next-line import-x/no-default-export -- as a JSON file has it
  export default ICONS;
}

declare module '*.css';
