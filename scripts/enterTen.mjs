/**
 * Enters ten statements by the form of the built page, as a contributor would, and says what it cost: keys, presses and moves of the hand,
 * and the seconds that they take somebody who types at an average speed (the keystroke-level model: Card, Moran and Newell 1980, 28 hundredths of
 * a second a key, 1.1 for pointing and pressing, 0.4 for a hand that changes between keyboard and mouse, 1.35 for making up one's mind).
 *
 *     npm run build && node scripts/enterTen.mjs
 *
 * STANCELINE_CHROMIUM names a browser that is there already. Reading the article is not counted: that is the contributor's own.
 */
import { chromium } from '@playwright/test';
import { preview } from 'vite';

const SECONDS = { key: 0.28, point: 1.1, hand: 0.4, mind: 1.35 };

/** Made-up words on made-up pages: who, when, what, of whom, the score's key, and why. */
const PAGES = [
  ['Radosław Sikorski', '12', 'we will open the gate once Belarus lets its prisoners go', 'Belarus', '2', 'Sets a condition.'],
  ['Maksim Ryzhenkov', '13', 'we look forward to a fair talk with Poland about trade', 'Poland', '4', 'Looks forward to a talk.'],
  ['Sergey Lavrov', '14', 'the policy of Poland leads the whole of Europe into a dead end', 'Poland', '2', 'Blames its policy.'],
  ['Donald Tusk', '15', 'nobody in Poland believes the promises of Russia any more', 'Russia', '2', 'Distrust.'],
  ['Gitanas Nausėda', '16', 'we will not forget who sent the balloons, and that was Belarus', 'Belarus', '2', 'Blames.'],
  ['Dmitry Peskov', '17', 'nothing can come between Russia and our brothers in Belarus', 'Belarus', '5', 'Brothers.'],
  ['Volodymyr Zelensky', '18', 'we thank Poland for every day of its help to our people', 'Poland', '4', 'Thanks.'],
  ['Mark Rutte', '19', 'any attack on us would have grave consequences for Russia', 'Russia', '2', 'Warns.'],
  [
    'Aleksandr Lukashenko',
    '20',
    'we are ready to sit down with Lithuania on any day it likes',
    'Lithuania',
    '4',
    'Ready to talk.',
  ],
  [
    'Karol Nawrocki',
    '21',
    'the United States are the best friend that we have in the world',
    'United States',
    '5',
    'Best friend.',
  ],
];

const cost = { keys: 0, points: 0, hands: 0, minds: 0 };
let hand = 'mouse';
const to = (where) => {
  if (hand !== where) cost.hands++;
  hand = where;
};

const server = await preview({
  preview: { port: Number(process.env.STANCELINE_PORT ?? 4641), strictPort: true },
  logLevel: 'silent',
});
const own = process.env.STANCELINE_CHROMIUM;
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-gpu'],
  ...(own === undefined ? {} : { executablePath: own }),
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
const press = async (target) => {
  to('mouse');
  cost.points++;
  await target.click();
};
const type = async (text) => {
  to('keyboard');
  cost.keys += text.length;
  await page.keyboard.type(text);
};
const key = async (name) => {
  to('keyboard');
  cost.keys++;
  await page.keyboard.press(name);
};
const decide = () => cost.minds++;

await page.goto(`${server.resolvedUrls.local[0]}#/desk?add=`);
const row = page.getByRole('region', { name: 'The row' });
const article = page.getByRole('region', { name: 'The article' });
await row.waitFor();
const began = Date.now();
for (const [i, [who, day, words, target, score, why]] of PAGES.entries()) {
  const text = `On ${day} January 2026 ${who} answered questions.\n\n“We say it plainly: ${words}”, he said.`;
  if (i > 0) await press(article.getByRole('button', { name: 'Paste another' }));
  // A key that pastes; the text itself was selected and copied on its page: two more presses and two keys.
  cost.points += 2;
  cost.keys += 4;
  const paste = article.getByRole('textbox');
  await press(paste);
  await paste.fill(text);
  await paste.blur();
  const address = row.getByRole('textbox', { name: 'Read in' });
  await press(address);
  cost.keys += 4;
  await address.fill(`https://voiceofeast.net/2026/01/26/page-${i + 1}`);
  decide();
  await press(article.getByRole('button', { name: /^Take the quotation/ }).first());
  await type(`${who.split(' ').at(-1)} on ${target}: ${words.split(' ').slice(0, 5).join(' ')}`);
  decide();
  const group = row.getByRole('group', { name: target, exact: true });
  await press(group.getByText('Not scored yet', { exact: false }));
  await group.getByRole('radio').first().focus();
  await key(score);
  await key('Tab');
  await type(why);
  if (i === 0) {
    await press(row.getByLabel('Scored by'));
    await type('Marta');
    await key('Tab');
  }
  decide();
  await key('Control+Enter');
  await page
    .getByRole('status')
    .filter({ hasText: `${who.split(' ').at(-1)} on ${target}` })
    .waitFor();
}
const machine = (Date.now() - began) / 1000;
const person = cost.keys * SECONDS.key + cost.points * SECONDS.point + cost.hands * SECONDS.hand + cost.minds * SECONDS.mind;
const changes = await page
  .getByText(/My changes:/)
  .locator('..')
  .innerText();
await browser.close();
await server.close();
console.log(
  `Ten statements: ${cost.keys} keys, ${cost.points} presses, ${cost.hands} changes of the hand, ${cost.minds} decisions: ${Math.round(person)} seconds of input by the keystroke-level model, ${Math.round(person / PAGES.length)} a statement. The machine took ${machine.toFixed(1)} s. ${changes.replace(/\s+/g, ' ')}`,
);
process.exit(0);
