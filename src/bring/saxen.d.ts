/** The parts of saxen that are used; the package has no types of its own. */
declare module 'saxen' {
  type Attributes = Record<string, string>;
  export class Parser {
    constructor(options?: { proxy?: boolean });
    on(name: 'openTag', then: (name: string, attributes: () => Attributes, decode: (text: string) => string) => void): this;
    on(name: 'closeTag', then: (name: string) => void): this;
    on(name: 'text', then: (text: string, decode: (text: string) => string) => void): this;
    on(name: 'cdata', then: (text: string) => void): this;
    on(name: 'error' | 'warn', then: (error: Error) => void): this;
    parse(xml: string): void;
  }
}
