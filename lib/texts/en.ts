import badge from "./en/badge.json";
import common from "./en/common.json";
import refusals from "./en/refusals.json";
import history from "./en/history.json";
import launches from "./en/launches.json";
import overview from "./en/overview.json";
import report from "./en/report.json";
import shell from "./en/shell.json";
import checklist from "./en/checklist.json";
import entry from "./en/entry.json";
import item from "./en/item.json";
import live from "./en/live.json";
import signOff from "./en/sign-off.json";
import pack from "./en/pack.json";
import settings from "./en/settings.json";
import news from "./en/news.json";
import night from "./en/night.json";
import past from "./en/past.json";
import decision from "./en/decision.json";
import importing from "./en/import.json";
import structure from "./en/structure.json";
import erase from "./en/erase.json";

/** The English catalogue: one file per part, ICU messages. */
export const en = { badge, common, refusals, history, launches, overview, report, shell, checklist, entry, item, live, "sign-off": signOff, pack, settings, decision, news, night, past, import: importing, erase, structure };
