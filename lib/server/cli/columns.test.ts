import { expect, test } from "vitest";
import { refuse } from "@/lib/domain/refusal";
import { toDocument, type How } from "../imports/to-document";
import { documentOf, type TableSaid } from "./columns";

const sheet = "Area,What,Who is it,By\nPlatform,Backups are tested,ops,01/02/2031\n";
const read = async (said: TableSaid, content = sheet, name = "list.csv"): Promise<string> => {
  const give = (how: How) => {
    const given = toDocument({ name, bytes: new TextEncoder().encode(content) }, how);
    return Promise.resolve(given.kind === "refused" ? refuse("bad-document", { sentence: given.sentence }) : given);
  };
  return new TextDecoder().decode((await documentOf(name, said, give)).bytes);
};
const failure = (said: TableSaid, content?: string, name?: string): Promise<string> => read(said, content, name).then(() => "none", (error: Error) => error.message);

test("a table without columns said is not read: its columns, what they are proposed to be and the words to say so are shown", async () => {
  const said = await failure({}, sheet.replace("What", "Task"));
  expect(said).toContain("list.csv is a table of 1 rows. Nothing was read: say first which column is what.");
  expect(said).toMatch(/ {2}B {3}Task +text +Backups are tested/);
  expect(said).toMatch(/ {2}C {3}Who is it +not read +ops/);
  expect(said).toContain('--columns proposed, or say it yourself: --columns "section=Area,text=Task".');
});
test("columns are said by their names or letters, and only those are read", async () => {
  const wanted = "# list\n\n## Platform\n\n- [ ] Backups are tested — **Owner**: ops\n";
  expect(await read({ columns: "section=Area, text=what,owner=Who is it" })).toBe(wanted);
  expect(await read({ columns: "section=A,text=B,owner=C" })).toBe(wanted);
  expect(await read({ columns: "text=What,due=By", dates: "day-first" })).toContain("- [ ] Backups are tested — **Due**: 2031-02-01");
  expect(await read({ columns: "text=B", "no-header": true })).toBe("# list\n\n- [ ] What\n- [ ] Backups are tested\n");
  expect(await read({ columns: "text=Task, really,owner=Who" }, '"Task, really",Who\nLamps,ops\n')).toContain("- [ ] Lamps — **Owner**: ops");
  expect(await read({ columns: "proposed" }, "Task\nLamps\n")).toContain("- [ ] Lamps");
});
test("what is said wrongly gets a sentence with what there is", async () => {
  expect(await failure({ columns: "words=What" })).toMatch(/^"words=What" says no column. Write KIND=COLUMN; the kinds are text, section/);
  expect(await failure({ columns: "text=Nowhere" })).toBe('There is no column "Nowhere". This file has: Area, What, Who is it, By.');
  expect(await failure({ columns: "section=Area" })).toBe("No column holds the items. Say which one does.");
  expect(await failure({ columns: "text=What", sheet: "Plan" })).toBe("This file has no sheets. Leave --sheet out.");
  expect(await failure({ columns: "text=What", dates: "sometimes" })).toBe("Say --dates day-first or --dates month-first.");
  expect(await read({}, "- [ ] Lamps\n", "list.md")).toBe("- [ ] Lamps\n");
});
