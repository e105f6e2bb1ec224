import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, firstVisit } from './journey';

/**
 * What each view draws of a small record with every kind of line, area, stem, crossing and label, as text that a person can read: one line a
 * mark, with its classes, its place and what it says, in whole px. A change of the picture is a visible difference of these files;
 * where it is meant, `PIN=1 npm run e2e -- pinned` writes them anew, and the difference is read before it is committed.
 *
 * A px more or less is let pass: type is set a hair wider by one release of a browser than by the next.
 */
const HERE = fileURLToPath(new URL('./pinned/', import.meta.url));
const RECORD = `${HERE}record`;
const CLOCK = 'from=2025-01-01&to=2025-06-30&at=2025-06-26';

interface Drawing {
  name: string;
  page: string;
  /** What the drawing stands in. */
  within: string;
  /** What is there once it is drawn. */
  ready: string;
}

const DRAWINGS: readonly Drawing[] = [
  { name: 'network', page: 'atlas', within: 'section[aria-label="Network"]', ready: '.node' },
  { name: 'map', page: 'atlas', within: 'section[aria-label="Map"]', ready: '.state' },
  { name: 'instrument', page: 'atlas', within: 'section[aria-label="Clock and timeline"]', ready: '.stem, .lane' },
  { name: 'matrix', page: 'matrix', within: 'main', ready: '[role="gridcell"]' },
  { name: 'pair', page: 'pair', within: 'main', ready: 'svg' },
  { name: 'balance', page: 'balance', within: 'main', ready: '.node' },
  { name: 'rifts', page: 'rifts', within: 'main', ready: 'svg, p' },
  { name: 'change', page: 'change', within: 'main', ready: 'h1, h2, p' },
];

/** Every mark under an element, one a line, in the order in which they are painted. */
async function marksOf(page: Page, within: string): Promise<string[]> {
  return page
    .locator(within)
    .first()
    .evaluate((root) => {
      const corner = root.getBoundingClientRect();
      const px = (value: number) => String(Math.round(value));
      const round = (text: string) => text.replace(/-?\d+(\.\d+)?/g, (number) => String(Math.round(Number(number))));
      /** Classes that say what a mark is; those of Svelte's own say nothing. */
      const classes = (element: Element) =>
        Array.from(element.classList)
          .filter((name) => !name.startsWith('svelte-'))
          .map((name) => `.${name}`)
          .join('');
      const lines: string[] = [];
      const MARKS = new Set(['path', 'circle', 'rect', 'line', 'text', 'polygon', 'ellipse', 'use']);
      for (const element of root.querySelectorAll(
        'svg *, [role="gridcell"], [role="rowheader"], [role="columnheader"], h1, h2, h3, p, li, td, th',
      )) {
        const style = getComputedStyle(element);
        if (style.display === 'none' || style.visibility === 'hidden' || element.closest('defs, .unseen, [hidden]')) continue;
        const box = element.getBoundingClientRect();
        const name = element.tagName.toLowerCase();
        const drawn = element instanceof SVGElement;
        if (drawn && !MARKS.has(name)) continue;
        // What stands beside the sheet, so that a pan uncovers nothing, is no part of the picture.
        if (box.right < corner.left - 40 || box.left > corner.right + 40) continue;
        const at = `${px(box.left - corner.left)},${px(box.top - corner.top)} ${px(box.width)}x${px(box.height)}`;
        const own = element.parentElement === null ? '' : classes(element.parentElement);
        let line = `${own === '' ? '' : `${own} `}${name}${classes(element)} ${at}`;
        const d = element.getAttribute('d');
        if (d !== null) line += d.length > 160 ? ` d of ${Math.round(d.length / 100)}00` : ` d=${round(d)}`;
        for (const attribute of ['stroke-dasharray', 'r', 'data-code', 'aria-label', 'aria-selected', 'aria-pressed'])
          if (element.hasAttribute(attribute)) line += ` ${attribute}=${element.getAttribute(attribute) ?? ''}`;
        const words = name === 'text' || !drawn ? (element.textContent ?? '').trim().replace(/\s+/g, ' ') : '';
        if (words !== '') line += ` “${words}”`;
        lines.push(line);
      }
      return lines;
    });
}

/** The first lines in which two drawings differ by more than a px; empty where they are one. */
function differences(pinned: readonly string[], drawn: readonly string[]): string[] {
  const NUMBER = /-?\d+/g;
  const alike = (a: string, b: string) => {
    if (a.replace(NUMBER, '#') !== b.replace(NUMBER, '#')) return false;
    const others = b.match(NUMBER) ?? [];
    return (a.match(NUMBER) ?? []).every((number, i) => Math.abs(Number(number) - Number(others[i])) <= 1);
  };
  const found: string[] = [];
  for (let i = 0; i < Math.max(pinned.length, drawn.length) && found.length < 24; i++) {
    const [before, now] = [pinned[i] ?? '(nothing)', drawn[i] ?? '(nothing)'];
    if (!alike(before, now)) found.push(`line ${i + 1}`, `  pinned ${before}`, `  drawn  ${now}`);
  }
  return found;
}

firstVisit('every view draws the small record as it is pinned', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./#/desk');
  await page.locator('input[type=file]').first().setInputFiles(RECORD);
  await expect(page).toHaveURL(/data=record/);
  const wrong: string[] = [];
  for (const { name, page: place, within, ready } of DRAWINGS) {
    await page.goto(`./#/${place}?data=record&${CLOCK}&pair=belarus~poland&rows=1`);
    await expect(page.locator(within).first().locator(ready).first()).toBeVisible();
    // A drawing is done when two looks at it, a frame apart, are the same.
    let drawn: string[] = [];
    await expect
      .poll(
        async () => {
          const before = drawn.join('\n');
          drawn = await marksOf(page, within);
          return drawn.length > 3 && before === drawn.join('\n');
        },
        { intervals: [400] },
      )
      .toBe(true);
    const file = `${HERE}${name}.txt`;
    if (process.env['PIN'] === '1') {
      mkdirSync(HERE, { recursive: true });
      writeFileSync(file, `${drawn.join('\n')}\n`);
    }
    const pinned = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
    const found = differences(pinned, drawn);
    if (found.length > 0) wrong.push(`${name}:`, ...found);
  }
  expect(wrong.join('\n'), 'what is drawn is what is pinned (PIN=1 writes it anew)').toBe('');
});
