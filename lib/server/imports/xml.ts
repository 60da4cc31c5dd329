/** One tag of an XML text, with the text right behind it. An empty element gives its opening and its closing. */
export interface Tag { name: string; attributes: string; text: string; closing: boolean }

/** The tags of an XML text in one linear pass; comments, instructions and CDATA are passed over. No entity is ever expanded. */
export function* tagsIn(xml: string): Generator<Tag> {
  for (let at = xml.indexOf("<"); at >= 0; ) {
    const end = xml.indexOf(">", at);
    if (end < 0) return;
    const next = xml.indexOf("<", end);
    const raw = xml.slice(at + 1, end);
    const text = xml.slice(end + 1, next < 0 ? xml.length : next);
    at = next;
    if (/^[!?]/.test(raw)) continue;
    const closing = raw.startsWith("/");
    const empty = raw.endsWith("/");
    const name = /^\/?(?:[\w.-]+:)?([\w.-]+)/.exec(raw)?.[1] ?? "";
    yield { name, attributes: closing ? "" : raw, text: empty ? "" : text, closing };
    if (empty) yield { name, attributes: "", text: "", closing: true };
  }
}

export function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? unescapeXml(found[1] ?? found[2] ?? "") : null;
}

/** Text of an element or attribute as it is meant: XML's five entities, numbers, and a spreadsheet's `_x0000_`. */
export function unescapeXml(text: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text
    .replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (all: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? all;
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    })
    .replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Text for an element or attribute; what XML cannot hold is written as spreadsheets do (ECMA-376, 22.9.2.19). */
export function escapeXml(text: string): string {
  return text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .replace(/[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]/g, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
