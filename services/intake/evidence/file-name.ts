const LENGTH_MAX = 120;

/**
 * The name under which somebody keeps a file, as it can be shown again: the last part of a path, without control characters and without those
 * that turn the direction of writing (`gpj.exe` would read `exe.jpg`). It is never a path here: a file is stored under an id.
 */
export function shownName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '').replace(/\s+/g, ' ').trim().replace(/^\.+/, '');
  const characters = Array.from(clean);
  if (characters.length <= LENGTH_MAX) return clean;
  const end = `.${extensionIn(clean)}`;
  return characters.slice(0, LENGTH_MAX - end.length).join('') + end;
}

/** What stands behind the last dot, in lower case; empty where there is none. */
export function extensionIn(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** `Content-Disposition` (RFC 6266) of a file that is to be saved, never shown in the page: the name in full for whoever reads RFC 8187, a plain one for others. */
export function asAttachment(name: string, plainName: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plainName}"; filename*=UTF-8''${encoded}`;
}
