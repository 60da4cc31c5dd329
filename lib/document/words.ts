import type { Position, Verdict, Window, Work } from "@/lib/domain/state";
import type { Language } from "./reading";

/** What a note on a line can say, and how each language writes it. Read in any of them, whatever the document's. */
export interface NoteWords {
  work: Record<Work, string>;
  applies: string;
  undecided: string;
  notApplicable: string;
  waived: string;
  waiverRequested: string;
  until: string;
  control: string;
  owner: string;
  due: string;
  evidence: string;
  required: string;
  advisory: string;
  when: string;
  window: Record<Window, string>;
  target: string;
  position: Record<Position, string>;
  stale: string;
  verdict: Record<Verdict, string>;
  /** Behind the verdict. */
  against: string;
  note: Record<"risk" | "exception" | "consideration", string>;
  notes: string;
  toBeDecided: string;
  completion: (verified: Share, claimed: Share) => string;
  /** The same where only a percentage, only a count stood. */
  percents: (verified: Share, claimed: Share) => string;
  counts: (verified: Share, claimed: Share) => string;
}
export interface Share { done: number; of: number; percent: number | null }

const shown = (percent: number | null) => (percent === null ? "—" : `${percent} %`);

export const words: Record<Language, NoteWords> = {
  en: {
    work: { todo: "To do", "in-progress": "In progress", blocked: "Blocked", done: "Done" },
    applies: "Applies", undecided: "Undecided", notApplicable: "N/A",
    waived: "Waived", waiverRequested: "Waiver requested", until: "until", control: "Compensating control",
    owner: "Owner", due: "Due", evidence: "Evidence",
    required: "Required", advisory: "Advisory", when: "When", target: "Target",
    window: { before: "before launch", "final-week": "final week", "launch-day": "launch day", "first-24h": "first 24 hours", ongoing: "ongoing" },
    position: { go: "Go", "go-with-conditions": "Go with conditions", "no-go": "No-go", abstain: "Abstains" },
    stale: "no longer valid",
    verdict: { go: "Go", "conditional-go": "Conditional go", "no-go": "No-go" },
    against: "decided go against the verdict",
    note: { risk: "Risk", exception: "Exception", consideration: "Consideration" },
    notes: "Notes", toBeDecided: "TBD",
    completion: (verified, claimed) =>
      `${verified.done} of ${verified.of} verified (${shown(verified.percent)}), ${claimed.done} claimed (${shown(claimed.percent)})`,
    percents: (verified, claimed) => `${shown(verified.percent)} verified, ${shown(claimed.percent)} claimed`,
    counts: (verified, claimed) => `${verified.done} of ${verified.of} verified, ${claimed.done} claimed`,
  },
  es: {
    work: { todo: "Pendiente", "in-progress": "En curso", blocked: "Bloqueado", done: "Hecho" },
    applies: "Aplica", undecided: "Por decidir", notApplicable: "No aplica",
    waived: "Exención", waiverRequested: "Exención solicitada", until: "hasta", control: "Control compensatorio",
    owner: "Responsable", due: "Vence", evidence: "Evidencia",
    required: "Obligatorio", advisory: "Recomendado", when: "Cuándo", target: "Objetivo",
    window: { before: "antes del lanzamiento", "final-week": "última semana", "launch-day": "día del lanzamiento", "first-24h": "primeras 24 horas", ongoing: "continuo" },
    position: { go: "Adelante", "go-with-conditions": "Adelante con condiciones", "no-go": "No adelante", abstain: "Se abstiene" },
    stale: "ya no es válida",
    verdict: { go: "Adelante", "conditional-go": "Adelante con condiciones", "no-go": "No adelante" },
    against: "decidido adelante contra el veredicto",
    note: { risk: "Riesgo", exception: "Excepción", consideration: "Consideración" },
    notes: "Notas", toBeDecided: "Por definir",
    completion: (verified, claimed) =>
      `${verified.done} de ${verified.of} verificados (${shown(verified.percent)}), ${claimed.done} declarados (${shown(claimed.percent)})`,
    percents: (verified, claimed) => `${shown(verified.percent)} verificado, ${shown(claimed.percent)} declarado`,
    counts: (verified, claimed) => `${verified.done} de ${verified.of} verificados, ${claimed.done} declarados`,
  },
};

/** The words for a document's language; English where it is not known. */
export function wordsFor(language: Language | null): NoteWords {
  return words[language ?? "en"];
}
