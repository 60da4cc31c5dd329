import type { Position } from "@/lib/domain/state";
import { plain } from "./plain";
import type { Span } from "./reading";
import { givenIn, isPlaceholder, positionNoted, positionOf, type FoundSeat } from "./seats";
import { statusIn } from "./status-signs";
import { rowsOf, type Cell, type TableLine } from "./tables";

const headings = {
  role: /^(?:roles?|positions?|title|job title|function|seat|cargo|rol|puesto|función|rolle|funktion|fonction|rôle)$/iu,
  // What people who sign are called where no column is named after their role.
  party: /^(?:approvers?|approver role|stakeholders?|sign[- ]?off(?: by)?|signator(?:y|ies)|owner|aprobador(?:es)?|responsables?|interesad[oa]s?|firmantes?)$/iu,
  team: /^(?:teams?|departments?|areas?|equipos?|departamentos?|áreas?|abteilung|équipe)$/iu,
  name: /^(?:(?:full |printed )?names?|signed by|approved by|approver(?:'s)? name|nombres?(?: y apellidos)?|firmado por|aprobado por|nom)$/iu,
  signature: /^(?:signatures?|signed|sign[- ]?off|initials|firmas?|unterschrift|visto bueno)$/iu,
  date: /^(?:dates?|date signed|signed on|sign[- ]?off date|approval date|fechas?|fecha de (?:firma|aprobación)|datum)$/iu,
  decision: /^(?:decision|approval|approved\??|go ?\/ ?no[- ]?go|go\?|vote|verdict|status|decisión|aprobación|aprobado|voto|estado)$/iu,
} as const;
type Column = keyof typeof headings;

/**
 * The rows of a sign-off table as seats: a column of roles, a place for the name or signature, and a date, a signature or a
 * decision besides. `null` when it is none; elsewhere than under a sign-off heading it needs role, name or signature, and date.
 */
export function seatsInTable(text: string, lines: readonly TableLine[], underSignOff: boolean): FoundSeat[] | null {
  const rows = rowsOf(text, lines);
  if (!rows) return null;
  const heads = rows.head.map((cell) => plain(cell.text));
  const at = (column: Column, except = -1) => heads.findIndex((head, index) => index !== except && headings[column].test(head));
  const named = at("role");
  const role = named >= 0 ? named : at("party") >= 0 ? at("party") : at("team");
  const columns = { role, team: at("team", role), name: at("name", role), signature: at("signature", role), date: at("date"), decision: at("decision") };
  const place = columns.name >= 0 ? columns.name : columns.signature;
  const asks = [columns.date, columns.decision, columns.name >= 0 ? columns.signature : -1].filter((one) => one >= 0).length;
  if (role < 0 || place < 0 || asks === 0 || (!underSignOff && (columns.date < 0 || named < 0))) return null;
  return rows.body.flatMap((cells, index): FoundSeat[] => {
    const line = rows.lines[index];
    const seat = line && seatIn(cells, columns, line);
    return seat ? [seat] : [];
  });
}

function seatIn(cells: readonly Cell[], columns: Record<Exclude<Column, "party">, number>, line: TableLine): FoundSeat | null {
  const cell = (column: keyof typeof columns): Cell | undefined => (columns[column] < 0 ? undefined : cells[columns[column]]);
  const [role, name, signature] = [cell("role"), cell("name"), cell("signature")];
  const signs = signature ?? name;
  const words = plain(role?.text ?? "");
  if (!signs || isPlaceholder(words) || !/\p{L}/u.test(words)) return null;
  const noted = positionNoted(signs.text);
  const own: Span = { from: signs.from, to: noted ? signs.from + noted.at : signs.to };
  const signed = noted ? signs.text.slice(0, noted.at) : signs.text;
  const decision = cell("decision");
  const date = cell("date");
  const said = givenIn(signed) ?? (signature ? givenIn(name?.text ?? "") : null);
  const position = noted?.position ?? (decision ? decided(decision.text) : null);
  const isSigned = position === null ? givenIn(date?.text ?? "") !== null || (signature !== undefined && givenIn(signed) !== null) : position === "go";
  return {
    line: line.line, team: plain(cell("team")?.text ?? "") || null, role: words, name: said, date: givenIn(date?.text ?? ""), position, checked: isSigned && said !== null,
    place: {
      box: null, cells: true, name: own, date: date ? { from: date.from, to: date.to } : { from: own.to, to: own.to }, notes: { from: own.to, to: signs.to }, lineEnd: line.to,
      // The name that stands beside a signature is the document's; an empty one is filled in with it.
      also: signature && name && givenIn(name.text) === null ? { from: name.from, to: name.to } : null,
      decision: decision && (isPlaceholder(decision.text) || decided(decision.text) !== null) ? { from: decision.from, to: decision.to } : null,
    },
  };
}

function decided(text: string): Position | null {
  const words = plain(text);
  if (/^(?:\P{L}*)(?:approved?|signed|go|yes|aprobado|aprobada|firmado|sí)\P{L}*$/iu.test(words)) return "go";
  if (/^(?:\P{L}*)(?:rejected|no[- ]go|rechazado|rechazada)\P{L}*$/iu.test(words)) return "no-go";
  return positionOf(words) ?? (words !== "" && statusIn(words)?.work === "done" ? "go" : null);
}
