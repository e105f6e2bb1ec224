/** The folders of `data/`, read while the page is built or served (scripts/catalogue.mjs). */
declare module 'virtual:catalogue' {
  const records: readonly { name: string; title: string }[];
  export default records;
}
