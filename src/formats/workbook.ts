import { strToU8, zipSync } from 'fflate';

/**
 * Workbooks as XLSX (ECMA-376, parts 1 and 2), written by hand: what the dialog lists is made at once, with its true size, and the libraries that
 * write workbooks answer later, from workers of blobs of their own. Cells are text or numbers and nothing else, so that no cell can compute.
 */

/** A sheet to be written: the first row is its header. */
export interface SheetOut {
  /** At most 31 letters, none of `[]:*?/\\`. */
  name: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** Columns whose cells are numbers where they are written as one writes numbers; all other cells are text. */
  numbers?: ReadonlySet<string>;
}

/** The most letters that a cell of a spreadsheet holds. */
export const MOST_LETTERS = 32_767;

/** What XML 1.0 has no place for: control characters and halves of letters of two. */
const NOT_IN_XML =
  // eslint-disable-next-line no-control-regex -- they are what is left out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** What spreadsheets read as a letter of its own (`_x000D_`): its first dash is written so. */
const ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

const xml = (text: string): string =>
  text.replace(NOT_IN_XML, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** `A` for 0, `AA` for 26. */
function letters(column: number): string {
  let name = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}

/** Whether a cell says the same as a number: `53.90` and `007` do not. */
export const isPlainNumber = (cell: string): boolean => /^-?\d/.test(cell) && String(Number(cell)) === cell;

function cellXml(at: string, cell: string, number: boolean, style: string): string {
  if (cell === '') return '';
  if (number && isPlainNumber(cell)) return `<c r="${at}"${style}><v>${cell}</v></c>`;
  const text = xml(cell.slice(0, MOST_LETTERS).replace(ESCAPED, '_x005F_')).replaceAll('\r', '&#13;');
  return `<c r="${at}" t="inlineStr"${style}><is><t xml:space="preserve">${text}</t></is></c>`;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function sheetXml({ columns, rows, numbers = new Set() }: SheetOut): string {
  const header = columns.map((name, c) => cellXml(`${letters(c)}1`, name, false, ' s="1"')).join('');
  const body = rows.map((row, r) => {
    const cells = columns.map((name, c) => cellXml(`${letters(c)}${r + 2}`, row[c] ?? '', numbers.has(name), ''));
    return `<row r="${r + 2}">${cells.join('')}</row>`;
  });
  // The header stays in sight; wide enough to read an id by.
  const view = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'; // prettier-ignore
  const widths = columns.length === 0 ? '' : `<cols><col min="1" max="${columns.length}" width="22" customWidth="1"/></cols>`;
  return `${HEAD}<worksheet xmlns="${MAIN}">${view}${widths}<sheetData><row r="1">${header}</row>${body.join('')}</sheetData></worksheet>`;
}

/**
 * A workbook of sheets, in their order. A cell of more letters than a spreadsheet holds is cut; control characters, which XML cannot say, are
 * left out.
 *
 * @param now time that its parts are dated with, so that equal sheets make equal bytes
 * @throws RangeError where there is no sheet, or two have one name
 */
export function writeWorkbook(sheets: readonly SheetOut[], now: Date): Uint8Array {
  if (sheets.length === 0) throw new RangeError('A workbook has at least one sheet.');
  if (new Set(sheets.map(({ name }) => name.toLowerCase())).size < sheets.length)
    throw new RangeError('Two sheets of a workbook have one name.');
  const each = (part: (n: number, sheet: SheetOut) => string) => sheets.map((sheet, i) => part(i + 1, sheet)).join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each((n, { name }) => `<sheet name="${xml(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`,
  };
  sheets.forEach((sheet, i) => (parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet)));
  const mtime = now;
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, [strToU8(text), { mtime }]])));
}
