/** The part of bibtex-parse that is used; the package has no types of its own. */
declare module 'bibtex-parse' {
  export type BibtexValue =
    | { datatype: 'number'; value: number | string }
    | { datatype: 'quoted' | 'braced' | 'identifier'; value: string }
    | { datatype: 'concatinate'; value: BibtexValue[] }
    | { datatype: 'null'; value: null };
  export type BibtexItem =
    | { itemtype: 'entry'; type: string; key: string | null; fields: ({ name: string } & BibtexValue)[] }
    | ({ itemtype: 'string'; name: string } & BibtexValue)
    | { itemtype: 'comment' | 'preamble' };
  export function parse(text: string): BibtexItem[];
}
