import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { disconnect } from "../db";
import { readDocumentsWith } from "../reader/reader";
import { printReportsWith } from "../pdf/make-pdf";
import { explain } from "./explain";
import { Failure } from "./failure";
import { offline, online } from "./verbs";
import { isOfPack, verifyPackVerb } from "./verify";

const help = `readiness VERB …
  parse FILE [--take CHOICE] [--json]          what an import would see
    of a CSV or XLSX: [--columns text=Name,section=Area,… | proposed] [--sheet NAME] [--dates day-first|month-first] [--no-header]
  format FILE [--columns … as above]           import and export again, to standard output
  import FILE --launch SLUG [--name N] [--zone Z] [--take CHOICE] [--link REPEAT]   and --columns … as above
  import FILE --launch SLUG [--dry-run] [--answers FILE] [--json]   into a launch that is there: merged
  export SLUG --format md|csv|xlsx|json|pdf|pack [--at TIME] [-o FILE]
  set SLUG ITEM --work todo|in-progress|blocked|done [--reason R] | --not-applicable --reason R | --applies
  item add SLUG TEXT PLACE | reword SLUG ITEM TEXT | move SLUG ITEM PLACE | retire SLUG ITEM | restore SLUG ITEM
    PLACE: --before ITEM | --under ITEM | --in SECTION [--group TITLE]
  section add SLUG TITLE | reword SLUG SECTION TITLE | move SLUG SECTION [--before SECTION] | retire SLUG SECTION | restore SLUG SECTION
  group add SLUG TITLE --in SECTION | reword SLUG GROUP TITLE | move SLUG GROUP [--to SECTION] [--before GROUP] | retire | restore [--in SECTION]
  seat add SLUG ROLE [--team TEAM] | reword SLUG SEAT ROLE [--team TEAM] | move SLUG SEAT [--before SEAT] | retire SLUG SEAT | restore SLUG SEAT
  proof SLUG required|optional [--reason R]   or --section SECTION required|optional|inherited
  status SLUG [--json] [--at TIME]             verdict, numbers, reasons
  gate SLUG [--allow-conditional] [--json]     exit 0 when it may go live, else 4
  verify SLUG [--checkpoint SEQ:HASH]          checks the history's chain
  verify --pack FILE [--checkpoint SEQ:HASH]   checks an evidence pack, with no database
  user add EMAIL --name N [--admin]            password from standard input
  member set SLUG EMAIL --role viewer|contributor|manager
  seat assign SLUG "ROLE" EMAIL
  backup FILE | restore FILE [--replace]       the whole instance as one file
Changes act as the first admin, or as --as EMAIL.
`;

// A command is over before optimised WebAssembly (the database client's) repays its compilation, which took most of its processor time.
setFlagsFromString("--liftoff-only");
// Beside this bundle, wherever the command was given.
readDocumentsWith(fileURLToPath(new URL("document-worker.mjs", import.meta.url)));
printReportsWith(fileURLToPath(new URL("pdf-worker.mjs", import.meta.url)));

async function main(): Promise<number> {
  const [name = "help", ...args] = process.argv.slice(2);
  if (["help", "--help", "-h"].includes(name)) {
    process.stdout.write(help);
    return 0;
  }
  const alone = name === "verify" && isOfPack(args) ? verifyPackVerb : offline[name];
  const verb = alone ?? online[name];
  if (!verb) throw new Failure(2, `There is no verb "${name}". Run readiness help to see them all.`);
  try {
    process.stdout.write(await verb(args));
    // A verb that has something to print and still fails (a closed gate) has set the code itself.
    return typeof process.exitCode === "number" ? process.exitCode : 0;
  } finally {
    if (!alone) await disconnect();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`readiness: ${explain(error)}\n`);
    process.exitCode = error instanceof Failure ? error.code : isUsage(error) ? 2 : 1;
  },
);

/** `parseArgs` says what is wrong with an option in words of its own. */
function isUsage(error: unknown): boolean {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
