/** What somebody copies out of a PDF of ours: its streams are uncompressed, its fonts say which character each glyph is (ISO 32000, 9.10). */
export function textOfPdf(pdf: Buffer): string {
  const source = pdf.toString('latin1');
  const objects = new Map([...source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [id!, body!]));
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const body of objects.values()) {
    for (const [, name, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const cmap = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!) ?? '')?.[1];
      if (cmap) fonts.set(name!, charactersOf(objects.get(cmap) ?? ''));
    }
  }
  return [...objects.values()].filter((body) => /\bBT\b/.test(body)).map((body) => pageText(body, fonts)).join('\n');
}

function pageText(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let text = '';
  let font: ReadonlyMap<string, string> | undefined;
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = fonts.get(name);
    else for (const [, hex] of shown!.matchAll(/<([0-9a-fA-F]+)>/g)) text += hex!.match(/.{4}/g)!.map((glyph) => font?.get(glyph.toLowerCase()) ?? '\ufffd').join('');
  }
  return text;
}

function charactersOf(cmap: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, first, list] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    [...list!.matchAll(/<([0-9a-fA-F ]*)>/g)].forEach(([, hex], i) => found.set((parseInt(first!, 16) + i).toString(16).padStart(4, '0'), Buffer.from(hex!.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')));
  }
  return found;
}
