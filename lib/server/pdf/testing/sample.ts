import type { Report } from "@/lib/report/report";

/** What is hard to set, by what is hard about it. */
export const hardTexts = {
  hebrew: "אישור (סופי) של צוות 7 מתוך 12, API v2.1 מוכן",
  arabic: "تم اختبار النسخ الاحتياطي (مرتين) على PostgreSQL 18 بنجاح",
  mixed: "The gateway says «שלום» and then مرحبا before 10:30",
  chinese: "数据库复制已配置，备份已验证。",
  japanese: "データベースの複製を設定し、バックアップを確認した。",
  korean: "데이터베이스 복제가 구성되고 백업이 확인되었습니다.",
  emoji: "Ready 🚀 for 👩‍💻 and 🏳️‍🌈, 1️⃣ ❤️ ✅ ☑️",
  greek: "Έλεγχος εφεδρικού αντιγράφου",
  cyrillic: "Резервная копия проверена",
  vietnamese: "Bản sao lưu đã được kiểm tra",
  thai: "สำรองข้อมูลแล้ว",
  devanagari: "बैकअप की जाँच हो गई",
  control: "bell \u0007 and null \u0000 and half \ud83d",
  unknown: "cuneiform \u{12000}\u{12001} and private \u{10fffd}",
  long: `${"Donaudampfschifffahrtsgesellschaftskapitänsmütze".repeat(4)} https://example.com/${"a".repeat(160)}`,
} as const;

/** A report with as many rows as wanted, some of them hard to set. */
export function sampleReport(rows: number, texts: readonly string[] = Object.values(hardTexts)): Report {
  const counts = { verified: 40, claimed: 30, waived: 8, undecided: 19, "in-progress": 25, blocked: 10, todo: 60 };
  const text = (at: number): string => (at % 7 === 3 ? (texts[at % texts.length] ?? "") : `Item ${at}: database replication is configured and tested`);
  return {
    language: "en", made: "Made Mon 23 Nov 2026, 10:00 UTC, from event #812 · decision rules version 1", hash: "0123456789abcdef".repeat(4), hashWord: "hash ",
    at: "2026-11-23T10:00:00.000Z", heading: "Sample: status report",
    verdict: { word: "No-go", look: { shape: "octagon", tone: "stop" }, sentence: "123 required items are open, 10 items are blocked and 2 of 6 seats have not said go. 40 of 192 verified, 70 claimed." },
    facts: [{ name: "Go-live", value: "Mon 14 Dec 2026, 09:00 CET (T − 21 d, Europe/Madrid)" }, { name: "Phase", value: "Preparing" }, { name: "Decision", value: "none recorded" }],
    numbers: {
      title: "Numbers", counts, of: "of", rule: "of what must be true before launch · waived and undecided are not done · rule 1", bar: "", empty: null,
      shares: [{ key: "verified", label: "Verified", means: "done, and its proof holds on launch day", share: { done: 40, of: 192, percent: 20 } }, { key: "claimed", label: "Claimed", means: "marked done", share: { done: 70, of: 192, percent: 36 } }],
      bands: [{ band: "verified", label: "verified", count: 40 }, { band: "claimed", label: "claimed, no proof", count: 30 }, { band: "waived", label: "waived", count: 8 }, { band: "undecided", label: "undecided", count: 19 }, { band: "in-progress", label: "in progress", count: 25 }, { band: "blocked", label: "blocked", count: 10 }, { band: "todo", label: "to do", count: 60 }],
      apartTitle: "Shown apart, never part of the verdict", apart: [{ key: "launch-day", words: "Launch day 0 of 7" }, { key: "na", words: "Not applicable 3" }],
    },
    parts: [
      {
        kind: "table", id: "sections", title: "Sections", caption: "Sections", empty: "none",
        columns: [{ key: "section", head: "Section" }, { key: "bar", head: "Progress", hidden: true }, { key: "verified", head: "Verified", num: true }, { key: "claimed", head: "Claimed", num: true }, { key: "way", head: "in the way", num: true }],
        rows: Array.from({ length: 12 }, (_, at) => ({ key: String(at), cells: [{ text: `${at + 1} Section of the checklist` }, { text: "", bands: counts }, { text: "4 of 16 · 25 %" }, { text: "6 of 16 · 37 %" }, { text: "10" }] })),
      },
      {
        kind: "table", id: "reasons", title: `What stands in the way (${rows})`, caption: "Every reason", empty: "none",
        columns: [{ key: "what", head: "What" }, { key: "why", head: "Why" }, { key: "who", head: "Who can clear it" }, { key: "since", head: "Since", num: true }, { key: "due", head: "Due", num: true }],
        rows: Array.from({ length: rows }, (_, at) => ({
          key: String(at),
          cells: [{ text: text(at), inline: true as const }, at % 5 === 0 ? { text: "Blocked", look: { shape: "square" as const, tone: "stop" as const }, after: `: ${text(at + 2)}` } : { text: "Open", look: { shape: "ring" as const, tone: "stop" as const } }, { text: "Lead Developer, Security Officer" }, { text: "3 Nov 2026" }, { text: at % 3 ? "—" : "10 Dec 2026" }],
        })),
      },
      { kind: "table", id: "waivers", title: "Waivers", caption: "Waivers", empty: "No waiver was asked for.", columns: [], rows: [] },
      { kind: "notes", id: "notes", title: "Notes", empty: "none", groups: [{ key: "risk", title: "Risk", notes: texts.map((one, at) => ({ key: String(at), text: one, by: "Engineer, 3 Nov 2026" })) }] },
    ],
    foot: "Every figure above is computed from event #812 by decision rules version 1.",
    page: "Page {n} of {m}",
  };
}
