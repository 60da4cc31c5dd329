import { reportOf } from "@/lib/report/report";
import { makePdf } from "../pdf/make-pdf";
import { momentOf, readLatest } from "../queries/history";
import { readLaunchDocument } from "../queries/document";
import { statusOf } from "../queries/status";
import { exportCsv, type Exported } from "./csv";
import { exportJson } from "./json";
import { exportMarkdown } from "./markdown";
import { exportXlsx } from "./xlsx";
import { exportPack } from "./pack";

export const formats = ["md", "csv", "xlsx", "json", "pdf", "pack"] as const;
export type Format = (typeof formats)[number];

export function isFormat(word: string): word is Format {
  return formats.some((format) => format === word);
}

export interface ExportedFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** What a file of a format is called: a pack is a zip. */
const endings: Record<Format, string> = { md: "md", csv: "csv", xlsx: "xlsx", json: "json", pdf: "pdf", pack: "pack.zip" };

/** A launch as a file, whose name says so when it is told as it stood earlier. Every figure in it comes from the same judgement as the page's. */
export async function exportLaunch(launch: Exported, format: Format): Promise<ExportedFile> {
  const name = `${launch.state.launch.slug}${launch.asOf ? `-as-of-${launch.asOf.replaceAll(":", "-")}` : ""}.${endings[format]}`;
  switch (format) {
    case "md": {
      const { launch: { id }, revision } = launch.state;
      const lastEvent = await momentOf(id, revision);
      const bytes = await exportMarkdown(launch, await readLaunchDocument(id, lastEvent), lastEvent);
      return { name, type: "text/markdown; charset=utf-8", bytes };
    }
    case "csv": return { name, type: "text/csv; charset=utf-8", bytes: encode(exportCsv(launch)) };
    case "xlsx": return { name, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes: exportXlsx(launch) };
    case "pdf": {
      const [head] = await readLatest(launch.state.launch.id, launch.judgement.revision, 1);
      return { name, type: "application/pdf", bytes: await makePdf(reportOf(launch, head?.hash ?? null)) };
    }
    case "pack": {
      const bytes = await exportPack(launch.state.launch.id, launch.judgement.at);
      if (!bytes) throw new Error(`The launch ${launch.state.launch.slug} has no history at ${launch.judgement.at}.`);
      return { name, type: "application/zip", bytes };
    }
    case "json": return { name, type: "application/json; charset=utf-8", bytes: encode(exportJson(launch, statusOf(launch))) };
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
