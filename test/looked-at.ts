import type { Looker, Screen, Window } from './browser.js';
import { inBrowser, openBrowser } from './browser.js';

/** The sizes at which every page is looked at, besides the smallest and the largest. */
const LOOKED_AT = [1366, 390] as const;

/** The windows of a suite: each is closed after its test, the browser after the last. */
export function windowsOn(url: () => string): (window?: Window) => Promise<Screen> {
  let looker: Looker | undefined;
  const open: Screen[] = [];
  afterEach(async () => { for (const screen of open.splice(0)) await screen.close(); });
  afterAll(() => looker?.close());
  return async (window = {}) => {
    looker ??= await openBrowser();
    const screen = await looker.screen(url(), window);
    open.push(screen);
    return screen;
  };
}

/**
 * A test that opens a page in Chinese and in English, at an office screen and at a phone: no key in place of a word, nothing wider than the screen or cut off,
 * nothing that axe finds against WCAG 2.2 AA, no complaint of the browser; and a picture of each for eyes. At 360, 768 and 1920 px it only must fit.
 */
export function eachView(name: string, opened: () => Promise<Screen>, hash: string | (() => string), before?: (screen: Screen) => Promise<void>): void {
  inBrowser(name, async () => {
    const screen = await opened();
    const found: string[] = [];
    const note = (where: string, flaws: readonly string[]): void => void found.push(...flaws.map((flaw) => `${where}: ${flaw}`));
    for (const language of ['zh', 'en'] as const) {
      await screen.size(1366);
      await screen.open(typeof hash === 'string' ? hash : hash());
      await screen.speak(language);
      await before?.(screen);
      for (const width of LOOKED_AT) {
        await screen.size(width);
        note(`${language} ${width}`, [...(await screen.flaws()), ...(await screen.axe())]);
        await screen.shot(`${name}-${width}-${language}`);
      }
      for (const width of [360, 768, 1920]) {
        await screen.size(width);
        note(`${language} ${width}`, await screen.flaws());
      }
    }
    note('browser', screen.complaints);
    expect(found).toEqual([]);
  });
}
