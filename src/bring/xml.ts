import { Parser } from 'saxen';
import { decodeEntities } from './markup';

/** One element as it is met: the local name (prefixes of namespaces are written in many ways), and its attributes, likewise. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
}

/** What is told while a text of XML is read, in order. */
export interface XmlReader {
  open?(element: Element, path: readonly string[]): void;
  /** `text` is all that stood directly in the element. */
  close?(name: string, text: string, path: readonly string[]): void;
}

const local = (name: string): string => name.slice(name.lastIndexOf(':') + 1);

/**
 * Reads XML event by event, by local names. Entities of the document's own are left as they stand (none is ever expanded or fetched).
 * Throws an Error with the reason where the text is not well formed.
 */
export function readXml(xml: string, { open, close }: XmlReader): void {
  const parser = new Parser();
  const path: string[] = [];
  const texts: string[] = [];
  let failure: Error | null = null;
  parser.on('error', (error) => {
    failure ??= error;
  });
  parser.on('warn', () => undefined);
  parser.on('openTag', (raw, attributes) => {
    const name = local(raw);
    path.push(name);
    texts.push('');
    if (open === undefined) return;
    const given: Record<string, string> = {};
    for (const [key, value] of Object.entries(attributes())) given[local(key)] = decodeEntities(value);
    open({ name, attributes: given }, path);
  });
  parser.on('text', (text) => {
    if (texts.length > 0) texts[texts.length - 1] += decodeEntities(text);
  });
  parser.on('cdata', (text) => {
    if (texts.length > 0) texts[texts.length - 1] += text;
  });
  parser.on('closeTag', (raw) => {
    close?.(local(raw), texts.pop() ?? '', path);
    path.pop();
  });
  parser.parse(xml);
  const broken = failure as Error | null;
  if (broken !== null) throw new Error(broken.message.replace(/\s+/g, ' '));
}
