/** The families that people here use; what stands first is what others pretend to be. */
const BROWSERS: readonly (readonly [name: string, sign: RegExp])[] = [
  ['WeChat', /MicroMessenger/], ['DingTalk', /DingTalk/], ['QQ', /QQBrowser|\bQQ\//], ['360', /360SE|360EE|QIHU/], ['Edge', /\bEdgA?\/|EdgiOS/], ['Firefox', /Firefox|FxiOS/], ['Chrome', /Chrome|CriOS/], ['Safari', /Safari/],
];
const SYSTEMS: readonly (readonly [name: string, sign: RegExp])[] = [
  ['HarmonyOS', /HarmonyOS|OpenHarmony/], ['Android', /Android/], ['iOS', /iPhone|iPad/], ['Windows', /Windows/], ['macOS', /Macintosh/], ['Linux', /Linux/],
];

/** What a browser says of itself, as coarsely as a person tells one device from another: no version, which would tell one from a million. */
export function browserOf(userAgent = ''): { readonly browser: string | null; readonly system: string | null } {
  const named = (families: typeof BROWSERS): string | null => families.find(([, sign]) => sign.test(userAgent))?.[0] ?? null;
  return { browser: named(BROWSERS), system: named(SYSTEMS) };
}
