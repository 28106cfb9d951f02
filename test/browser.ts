import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { people } from '../demo/people.js';

const SHOTS = fileURLToPath(new URL('shots/', import.meta.url));
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PATIENCE_MS = 15_000;
/** An old phone, a phone, a tablet, an office screen, a large one. */
export const WIDTHS = [360, 390, 768, 1366, 1920] as const;
const HEIGHTS: Readonly<Record<number, number>> = { 360: 740, 390: 844, 768: 1024, 1366: 768, 1920: 1080 };

/** The browser of this machine: `CHROMIUM_PATH`, or one on PATH. None is downloaded. */
export const chromiumPath = [process.env['CHROMIUM_PATH'], 'chromium', 'chromium-browser', 'google-chrome'].find((name) => name && spawnSync(name, ['--version']).status === 0);
if (!chromiumPath) console.log('The pages are not looked at: no Chromium on PATH, and CHROMIUM_PATH is not set.');
/** A test in the browser; skipped, with the line above, where there is none. */
export const inBrowser: typeof it = chromiumPath ? it : it.skip;

/** Somebody at a screen: one window with its own session, in one language and size. */
export interface Screen {
  readonly page: Page;
  /** What the browser complained of: script errors, refused resources, failed requests. */
  readonly complaints: readonly string[];
  /** Goes to an address of the console (`#/board`) and waits until its screen stands. */
  open(hash: string): Promise<void>;
  /** Waits until nothing is read any more. */
  settled(): Promise<void>;
  size(width: number): Promise<void>;
  speak(language: 'zh' | 'en'): Promise<void>;
  /** Writes the whole page to `test/shots/<name>.png`, which is for eyes and never committed. */
  shot(name: string): Promise<void>;
  /** What axe-core finds against WCAG 2.2 AA: a line for each element. */
  axe(): Promise<string[]>;
  /** What a person would see is wrong: keys in place of words, a page wider than its screen, text cut off, over its neighbour or at the edge of its card. */
  flaws(): Promise<string[]>;
  close(): Promise<void>;
}

export interface Window {
  readonly as?: string;
  readonly language?: 'zh' | 'en';
  readonly width?: number;
}

export interface Looker {
  readonly browser: Browser;
  /** A new window, signed in by its card as the first demo person of that role, or the person of that id, or as nobody. */
  screen(url: string, window?: Window): Promise<Screen>;
  close(): Promise<void>;
}

export async function openBrowser(): Promise<Looker> {
  const browser = await chromium.launch({ executablePath: executable(), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
  return { browser, screen: (url, window = {}) => openScreen(browser, url, window), close: () => browser.close() };
}

function executable(): string {
  if (!chromiumPath) throw new Error('No Chromium: use inBrowser.');
  if (chromiumPath.includes('/')) return chromiumPath;
  return spawnSync('sh', ['-c', `command -v ${chromiumPath}`]).stdout.toString().trim();
}

async function openScreen(browser: Browser, url: string, { as, language = 'zh', width = 1366 }: Window): Promise<Screen> {
  const context = await browser.newContext({ viewport: viewport(width), locale: language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
  await context.addInitScript((chosen) => { if (!localStorage.getItem('anxin.language')) localStorage.setItem('anxin.language', chosen); }, language);
  await context.addInitScript(hearAddress);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints = listen(page);
  await page.goto(`${url}/`, { waitUntil: 'domcontentloaded' });
  const screen = screenOf(context, page, complaints);
  if (as) await signIn(screen, as);
  return screen;
}

/** Runs in the page: the address changes at once, the screen only as its event comes. Until then the screen before still stands. */
function hearAddress(): void {
  const hear = (): void => { document.documentElement.dataset['heard'] = location.hash; };
  document.addEventListener('DOMContentLoaded', hear);
  window.addEventListener('hashchange', hear);
  const replace = history.replaceState.bind(history);
  history.replaceState = (...change) => { replace(...change); hear(); };
}

const viewport = (width: number): { width: number; height: number } => ({ width, height: HEIGHTS[width] ?? 900 });

function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

async function signIn({ page, settled }: Screen, as: string): Promise<void> {
  const person = people.find(({ id }) => id === as) ?? people.find(({ role }) => role === as);
  if (!person) throw new Error(`The demo has nobody who is ${as}.`);
  await page.locator('.person', { hasText: person.name }).filter({ hasText: person.title }).click();
  await page.waitForSelector('.who');
  await settled();
}

function screenOf(context: BrowserContext, page: Page, complaints: string[]): Screen {
  const settled = async (): Promise<void> => {
    await page.waitForFunction(() => document.documentElement.dataset['heard'] === location.hash && document.querySelector('main') !== null && !document.querySelector('main .loading, main [aria-busy="true"]'));
    await page.evaluate(() => document.fonts.ready.then(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); })));
  };
  return {
    page, complaints, settled, close: () => context.close(),
    async open(hash) {
      await page.evaluate(() => { for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open]')) dialog.close(); }); // Nothing behind one can be pressed.
      await page.evaluate((to) => { location.hash = to; }, hash);
      await settled();
    },
    async size(width) {
      await page.setViewportSize(viewport(width));
      await settled();
    },
    async speak(language) {
      if ((await page.evaluate(() => document.documentElement.lang)).startsWith(language)) return;
      await page.locator('.top-end button[lang]').click();
      await settled();
    },
    async shot(name) {
      mkdirSync(SHOTS, { recursive: true });
      await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
    },
    async axe() {
      await page.evaluate(await axeSource()); // By the debugger, which the page's policy does not stop.
      return page.evaluate(async (tags) => {
        const { axe } = window as unknown as { axe: { run(where: unknown, options: object): Promise<{ violations: { id: string; help: string; nodes: { target: string[]; failureSummary?: string }[] }[] }> } };
        const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
        return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary?.split('\n').slice(1).join(' ').trim() ?? ''}`));
      }, WCAG);
    },
    flaws: () => page.evaluate(flawsOfPage),
  };
}

let axeText: string | undefined;
async function axeSource(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return (axeText ??= await readFile(AXE, 'utf8'));
}

/** Runs in the page. */
function flawsOfPage(): string[] {
  const flaws: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  const visible = (element: Element): boolean => element.checkVisibility({ checkVisibilityCSS: true }) && element.getBoundingClientRect().width > 1;
  const atEdge = (element: Element): boolean => {
    const card = element.closest('.card');
    if (!card || scrolls(element)) return false;
    const [edge, text] = [card.getBoundingClientRect(), document.createRange()];
    text.selectNodeContents(element);
    return [...text.getClientRects()].some(({ left, right, width }) => width > 1 && (left - edge.left < 6 || edge.right - right < 3));
  };
  const scrolls = (element: Element): boolean => element.closest('.table-place, .tabs, pre, .visually-hidden, .scrolls') !== null;
  if (scrollWidth > clientWidth) {
    const wide = [...document.querySelectorAll('main *, header *')].filter((element) => visible(element) && !scrolls(element) && element.getBoundingClientRect().right > clientWidth + 1);
    flaws.push(`The page is ${scrollWidth - clientWidth} px wider than its screen: ${wide.slice(-3).map((element) => `${element.tagName}.${String(element.className)}`).join(', ')}`);
  }
  const chinese = document.documentElement.lang.startsWith('zh');
  const key = chinese ? /^[a-z]{2,}(?:[-_.A-Z][A-Za-z]*)*$/ : /^[a-z]+[A-Z_][A-Za-z_]*$|^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)+(\.v\d+)?$/; // In English a word alone may be a label: the same place shows it in Chinese. An id has digits.
  for (const element of document.querySelectorAll<HTMLElement>('main *, header *, dialog[open] *')) {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? '').join(' ').trim();
    if (own === '' || !visible(element.closest('select') ?? element)) continue; // A choice is seen when its list is opened.
    if (/\bundefined\b|\bNaN\b|\[object |\{\w+\}/.test(own)) flaws.push(`Not filled in: “${own}”`);
    const keys = element.closest('code, pre, .code, [lang]:not(html)') ? [] : own.split(/[\s·、，,；;：:（）()/+]+/u).filter((part) => key.test(part));
    if (keys.length > 0 && (chinese || keys.includes(own))) flaws.push(`A key in place of a word: “${keys.join(' ')}” in “${own.slice(0, 60)}”`);
    const cell = element.closest('td, th');
    const heads = element.closest('thead'); // On a phone only readers hear them.
    if (heads && getComputedStyle(heads).clipPath !== 'none') continue;
    if (cell && cell.scrollWidth > cell.clientWidth + 1) flaws.push(`Over its neighbour: “${own.slice(0, 60)}”`);
    if (atEdge(element)) flaws.push(`At the edge of its card: “${own.slice(0, 60)}”`);
    const { overflowX } = getComputedStyle(element);
    if (overflowX !== 'visible' && !scrolls(element) && element.scrollWidth > element.clientWidth + 1 && !/^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName)) flaws.push(`Cut off: “${own.slice(0, 60)}”`);
  }
  for (const dialog of document.querySelectorAll('dialog[open]')) if (dialog.scrollWidth > dialog.clientWidth + 1) flaws.push(`The dialog is ${dialog.scrollWidth - dialog.clientWidth} px wider than it shows.`);
  return flaws;
}
