/**
 * Who is let in where, by hand, from `permissions.ts`' sources: the rules of decision and of trust. One letter a kind of person:
 * `n` nobody signed in, `s` stranger (a manager of another launch, so this launch is foreign), `v` viewer, `h` viewer who holds the seat,
 * `c` contributor, `m` manager, `a` an instance's admin.
 */
export const kinds = ["n", "s", "v", "h", "c", "m", "a"] as const;
export type Kind = (typeof kinds)[number];

const everybody = "nsvhcma", signedIn = "svhcma", members = "vhcma", works = "cma", rules = "ma", seat = "hma", admin = "a";

/** What an action is sent: in shape, about rows of the launch, and nothing that could take effect. */
export type Input = (here: Here) => unknown;
/** Rows of the launch that is asked about. `now` is a version nobody has seen: whoever is let in is told so. */
export interface Here {
  launch: string; item: string; other: string; conditional: string; key: string; section: string; group: string; seat: string; fact: string; member: string; evidence: string; waiver: string;
  note: string; condition: string; signOff: string; poll: string; file: string; nobody: string; password: string; now: number;
}

/** `open`: why it is not asked here; it has tests of its own. `shut`: words of a page that refuses at status 200. */
export interface Row { who: string; input?: Input; open?: string; shut?: string }

const on = (id: "item" | "conditional" | "section" | "seat" | "fact" | "member" | "evidence" | "waiver" | "note" | "condition" | "signOff" | "poll", rest: object = {}, as: string = id): Input =>
  (here) => ({ launch: here.launch, [as]: here[id], version: here.now, ...rest });
const launch = (rest: object = {}): Input => (here) => ({ launch: here.launch, version: here.now, ...rest });
const setRules = { proof: "optional", validDays: null, waiverLimit: null, waiverDaysAfter: 30 };

const own = "app/launches/[launch]/".slice(4);
export const permissions: Readonly<Record<string, Row>> = {
  "page /": { who: signedIn }, "page /sign-in": { who: everybody }, "page /setup": { who: everybody }, "page /join": { who: everybody },
  "page /launches/new": { who: admin, shut: "Only admins create launches" },
  "page /launches/[launch]": { who: members }, "page /launches/[launch]/checklist": { who: members }, "page /launches/[launch]/history": { who: members },
  "page /launches/[launch]/checklist/edit": { who: rules, shut: "Your role does not allow this" }, "page /launches/[launch]/import": { who: rules, shut: "Your role does not allow this" }, "page /launches/[launch]/items/[...key]": { who: members },
  "page /launches/[launch]/night": { who: members }, "page /launches/[launch]/report": { who: members }, "page /launches/[launch]/settings": { who: members },
  "page /launches/[launch]/sign-off": { who: members }, "page /launches/[launch]/sign-off/minutes": { who: members },

  "GET /api/auth/[...nextauth]": { who: everybody, open: "signing in: first-run.spec.ts" }, "POST /api/auth/[...nextauth]": { who: everybody, open: "signing in: first-run.spec.ts" },
  "GET /api/health": { who: everybody }, "GET /api/health/ready": { who: everybody }, "GET /api/version": { who: everybody },
  "GET /api/metrics": { who: "", open: "takes a token, not a person: metrics.test.ts" },
  "GET /badge/[file]": { who: "", open: "takes a key, not a person: badge.spec.ts" },
  "GET /api/launches/[launch]/status": { who: members }, "GET /api/launches/[launch]/events": { who: members }, "GET /api/launches/[launch]/items/[item]": { who: members }, "GET /api/launches/[launch]/items/[item]/others": { who: members }, "GET /api/launches/[launch]/seats/[seat]/moved": { who: members },
  "GET /launches/[launch]/export/[format]": { who: members }, "GET /launches/[launch]/files/[hash]": { who: members },
  "POST /api/launches/[launch]/items/[item]/files": { who: works }, "POST /api/launches/[launch]/import": { who: rules }, "POST /api/launches/import": { who: admin },

  "action sign-in/actions.ts#signOut": { who: signedIn, open: "ends one's own session: first-run.spec.ts" },
  "action setup/actions.ts#setUp": { who: everybody, input: () => ({ secret: "x", email: "x@example.com", name: "X", password: "xxxxxxxx xx" }) },
  "action join/actions.ts#join": { who: everybody, input: () => ({ secret: "x", email: "x@example.com", name: "X", password: "xxxxxxxx xx" }) },
  "action join/actions.ts#lookAtInvitation": { who: everybody, input: () => ({ secret: "x" }) },

  [`action ${own}actions.ts#setWork`]: { who: works, input: on("item", { work: "todo", reason: null }) },
  [`action ${own}actions.ts#setApplicability`]: { who: works, input: on("conditional", { applicability: "applies", reason: null }, "item") },
  [`action ${own}actions.ts#setRequired`]: { who: rules, input: on("item", { required: false, reason: "x" }) },
  [`action ${own}actions.ts#assign`]: { who: works, input: on("item", { owner: null }) },
  [`action ${own}actions.ts#setDue`]: { who: works, input: on("item", { due: null }) },
  [`action ${own}actions.ts#addLink`]: { who: works, input: on("item", { title: "", url: "", trueOn: "2026-01-01", validDays: null }) },
  [`action ${own}actions.ts#addEvidenceNote`]: { who: works, input: on("item", { text: "", trueOn: "2026-01-01", validDays: null }) },
  [`action ${own}actions.ts#withdrawEvidence`]: { who: works, input: on("evidence", { reason: "x" }) },
  [`action ${own}actions.ts#answerFact`]: { who: works, input: on("fact", { answer: true }) },
  [`action ${own}actions.ts#undo`]: { who: works, input: launch({ revision: 1 }) },
  [`action ${own}actions.ts#saveSettings`]: { who: rules, input: launch({ name: "X", zone: "UTC", goLive: null, nextReview: null }) },
  [`action ${own}actions.ts#addNote`]: { who: works, input: launch({ kind: "risk", text: "" }) },
  [`action ${own}actions.ts#assignSeat`]: { who: rules, input: on("seat", { holder: null }) },
  [`action ${own}actions.ts#setSeatSections`]: { who: rules, input: on("seat", { sections: null }) },
  [`action ${own}actions.ts#setMemberRole`]: { who: rules, input: on("member", { role: "manager" }) },
  [`action ${own}actions.ts#removeMember`]: { who: rules, input: on("member") },
  [`action ${own}actions.ts#withdrawSignOff`]: { who: "h", input: on("signOff", { reason: "x" }) },
  [`action ${own}actions.ts#sign`]: { who: "h", input: (here) => ({ launch: here.launch, seat: here.seat, position: "go", reason: null, digest: "0".repeat(64), password: here.password, conditions: [] }) },
  [`action ${own}actions.ts#moveBookmark`]: { who: members, input: (here) => ({ launch: here.launch, to: here.now, back: false }) },
  [`action ${own}actions.ts#invite`]: { who: rules, input: launch({ role: "viewer", email: null }) },
  [`action ${own}actions.ts#revokeInvitation`]: { who: rules, input: (here) => ({ launch: here.launch, invitation: here.nobody }) },

  [`action ${own}decision-actions.ts#requestWaiver`]: { who: works, input: on("item", { reason: "", control: "", endsAt: "2099-01-01" }) },
  [`action ${own}decision-actions.ts#decideWaiver`]: { who: seat, input: on("waiver", { approve: false, reason: "x" }) },
  [`action ${own}decision-actions.ts#endWaiver`]: { who: "hcma", input: on("waiver") },
  [`action ${own}decision-actions.ts#setProof`]: { who: rules, input: on("item", { proof: null, validDays: null, reason: null }) },
  [`action ${own}decision-actions.ts#setSectionProof`]: { who: rules, input: on("section", { proof: null, validDays: null }) },
  [`action ${own}decision-actions.ts#setNeverWaive`]: { who: rules, input: on("item", { neverWaive: true }) },
  [`action ${own}decision-actions.ts#setRequiredMany`]: { who: rules, input: (here) => ({ launch: here.launch, items: [{ item: here.item, version: here.now }], required: false, reason: "x" }) },
  [`action ${own}decision-actions.ts#setTarget`]: { who: rules, input: on("item", { metric: null, comparator: "<", limit: null, unit: "" }) },
  [`action ${own}decision-actions.ts#linkItems`]: { who: works, input: (here) => ({ launch: here.launch, items: [{ item: here.item, version: here.now }, { item: here.other, version: here.now }] }) },
  [`action ${own}decision-actions.ts#unlinkItem`]: { who: works, input: on("item") },
  [`action ${own}decision-actions.ts#addMeasurements`]: { who: works, input: on("item", { title: null, validDays: null, values: [{ value: 1, unit: null, source: null, trueAt: "2999-01-01" }] }) },
  [`action ${own}decision-actions.ts#addCheck`]: { who: works, input: on("item", { title: "", outcome: "pass", url: null, source: null, trueAt: null, validDays: null }) },
  [`action ${own}decision-actions.ts#setDelegate`]: { who: seat, input: on("seat", { delegate: null, from: null, to: null }) },
  [`action ${own}decision-actions.ts#setMustAnswer`]: { who: rules, input: on("seat", { mustAnswer: true }) },
  [`action ${own}decision-actions.ts#openPoll`]: { who: rules, input: launch() },
  [`action ${own}decision-actions.ts#closePoll`]: { who: rules, input: on("poll") },
  [`action ${own}decision-actions.ts#setPollRule`]: { who: rules, input: launch({ rule: "all", quorum: null }) },
  [`action ${own}decision-actions.ts#setRules`]: { who: rules, input: launch(setRules) },
  [`action ${own}decision-actions.ts#meetCondition`]: { who: seat, input: on("condition", { met: true }) },
  [`action ${own}decision-actions.ts#decide`]: { who: rules, input: launch({ outcome: "go", reason: null, verdictSeen: "go" }) },
  [`action ${own}decision-actions.ts#setPhase`]: { who: rules, input: launch({ to: "archived", at: null }) },
  [`action ${own}decision-actions.ts#editNote`]: { who: rules, input: on("note", { kind: "risk", text: "x" }) },
  [`action ${own}decision-actions.ts#retireNote`]: { who: rules, input: on("note") },
  [`action ${own}decision-actions.ts#confirmPassword`]: { who: signedIn, input: (here) => ({ password: here.password }) },

  [`action ${own}badge-actions.ts#makeBadgeKey`]: { who: rules, input: (here) => ({ launch: here.launch, days: 30 }) },
  [`action ${own}badge-actions.ts#revokeBadgeKey`]: { who: rules, input: (here) => ({ launch: here.launch, key: here.nobody }) },
  [`action ${own}foretell-actions.ts#foretellRules`]: { who: rules, input: launch(setRules) },
  [`action ${own}foretell-actions.ts#foretellSectionProof`]: { who: rules, input: on("section", { proof: "required", validDays: null }) },
  [`action ${own}foretell-actions.ts#foretellRetire`]: { who: rules, input: on("item", { part: "item" }, "id") },

  [`action ${own}structure-actions.ts#addItem`]: { who: rules, input: (here) => ({ launch: here.launch, group: here.group, parent: null, before: null, text: "" }) },
  [`action ${own}structure-actions.ts#addGroup`]: { who: rules, input: (here) => ({ launch: here.launch, section: here.section, title: "" }) },
  [`action ${own}structure-actions.ts#addSection`]: { who: rules, input: launch({ title: "" }) },
  [`action ${own}structure-actions.ts#addSeat`]: { who: rules, input: launch({ team: "", role: "" }) },
  [`action ${own}structure-actions.ts#rewordPart`]: { who: rules, input: on("item", { part: "item", text: "x" }, "id") },
  [`action ${own}structure-actions.ts#renameSeat`]: { who: rules, input: on("seat", { team: "", role: "x" }) },
  [`action ${own}structure-actions.ts#moveItem`]: { who: rules, input: (here) => ({ launch: here.launch, item: here.item, group: here.group, parent: null, before: null, version: here.now }) },
  [`action ${own}structure-actions.ts#moveGroup`]: { who: rules, input: (here) => ({ launch: here.launch, group: here.group, section: here.section, before: null, version: here.now }) },
  [`action ${own}structure-actions.ts#movePart`]: { who: rules, input: on("section", { part: "section", before: null }, "id") },
  [`action ${own}structure-actions.ts#retirePart`]: { who: rules, input: on("item", { part: "item" }, "id") },
  [`action ${own}structure-actions.ts#returnPart`]: { who: rules, input: on("item", { part: "item" }, "id") },
  [`action ${own}structure-actions.ts#followWords`]: { who: rules, input: on("item", { field: "window" }) },

  [`action ${own}erase-actions.ts#eraseText`]: { who: admin, input: (here) => ({ launch: here.launch, place: { seq: 1, path: "0.after.nothing" }, bytes: false, password: here.password }) },
  [`action ${own}erase-actions.ts#erasePerson`]: { who: admin, input: (here) => ({ launch: here.launch, person: here.nobody, password: here.password }) },
  [`action ${own}erase-actions.ts#listErasable`]: { who: admin, input: (here) => ({ launch: here.launch, of: { seq: 1 }, q: "" }) },
  [`action ${own}erase-actions.ts#lookAtErasing`]: { who: admin, input: (here) => ({ launch: here.launch, place: { entity: "item", id: here.item, field: "text" } }) },
};
