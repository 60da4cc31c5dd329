import type { Metadata } from "next";
import Link from "next/link";
import { count, fill } from "@/components/fill";
import { membersOf } from "@/components/members-of";
import { Facts } from "@/components/settings/facts";
import { hangingOn } from "@/components/settings/hanging";
import { Badge } from "@/components/settings/badge";
import { Invitations } from "@/components/settings/invitations";
import { InviteForm } from "@/components/settings/invite-form";
import { LaunchFacts } from "@/components/settings/launch-facts";
import { LaunchForm } from "@/components/settings/launch-form";
import { Members } from "@/components/settings/members";
import { NoteActions } from "@/components/settings/note-actions";
import { NoteForm } from "@/components/settings/note-form";
import { Notes } from "@/components/settings/notes";
import { Part } from "@/components/settings/part";
import { RulesForm } from "@/components/settings/rules-form";
import { SectionProof } from "@/components/settings/section-proof";
import { SeatSections } from "@/components/settings/seat-sections";
import { AssignHolder } from "@/components/sign-off/assign-holder";
import { dayWords } from "@/lib/texts/time-words";
import { ButtonLink } from "@/components/ui/button";
import { takes } from "@/lib/domain/open-acts";
import { requireLaunch } from "@/lib/server/auth";
import { listBadgeKeys } from "@/lib/server/queries/badge";
import { listInvitations } from "@/lib/server/queries/invitations";
import { texts } from "@/lib/texts/texts";
import { wordsOf } from "@/lib/texts/words";
import { makeBadgeKey, revokeBadgeKey } from "../badge-actions";
import { addNote, answerFact, assignSeat, invite, removeMember, revokeInvitation, saveSettings, setMemberRole, setSeatSections } from "../actions";
import { confirmPassword, editNote, retireNote, setRules, setSectionProof } from "../decision-actions";
import { erasePerson } from "../erase-actions";
import { foretellRules, foretellSectionProof } from "../foretell-actions";

interface Props { params: Promise<{ launch: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { state } = await requireLaunch((await params).launch);
  return { title: `${texts("settings")("title")} · ${state.launch.name}` };
}

const byPosition = (a: { position: number }, b: { position: number }): number => a.position - b.position;

export default async function SettingsPage({ params }: Props) {
  const { state, people, role, now, visit: { actor } } = await requireLaunch((await params).launch);
  const { launch } = state;
  const words = wordsOf("settings");
  const { role: roleWords, verdict: verdictWords, overtaken } = wordsOf("common");
  // Who may look is managed of an archived launch as well; what it was, is not.
  const admits = role === "manager" && takes(launch, "manage-members");
  const manages = role === "manager" && takes(launch, "manage-settings");
  const contributes = role !== "viewer" && takes(launch, "add-note");
  const slug = launch.slug;
  const members = Object.values(state.member)
    .map(({ id, role: as, version }) => ({ id, role: as, version, name: people[id]?.name ?? words.someone, email: people[id]?.email ?? "" }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
  const managers = members.filter((member) => member.role === "manager").map(({ name }) => name);
  const seats = Object.values(state.seat).filter(({ retiredAt }) => retiredAt === null).sort(byPosition);
  const sections = Object.values(state.section).filter(({ retiredAt }) => retiredAt === null).sort(byPosition).map(({ id, key, title, proof, proofReason, validDays, version: of }) => ({ id, key, title, proof, proofReason, validDays, version: of }));
  const questions = Object.values(state.fact).sort(byPosition).map(({ id, question, answer, answeredBy, answeredAt, version }) => ({
    id, question, answer, version, items: Object.values(state.item).filter((item) => item.factId === id && item.retiredAt === null).map((item) => item.id),
    hanging: hangingOn(id, state), answered: answeredAt && answer !== null ? fill(words.facts.answeredBy, { name: answeredBy ? (people[answeredBy]?.name ?? words.someone) : words.notes.document, when: dayWords(answeredAt, launch.zone) }) : null,
  }));
  const notes = Object.values(state.note).filter(({ retiredAt }) => retiredAt === null).sort((a, b) => (a.at < b.at ? 1 : -1));
  const invitations = admits ? await listInvitations(launch.id) : [];
  const badgeKeys = admits ? await listBadgeKeys(launch.id) : [];
  const badgeWords = wordsOf("badge");
  const { name, zone, goLive, nextReview, version } = launch;
  const holderWords = { label: words.seats.holder, hint: null, nobody: words.seats.nobody, unreachable: words.unreachable };
  // Kept beside the policy, it explains only a policy that asks for none.
  const whyOptional = launch.proof === "optional" && launch.proofReason !== null ? fill(words.rules.because, { reason: launch.proofReason }) : null;
  const rulesLine = fill(words.rules.line, {
    proof: words.rules[launch.proof], days: launch.validDays === null ? words.rules.forEver : count(words.rules.lasts, launch.validDays),
    limit: launch.waiverLimit === null ? words.rules.noLimit : count(words.rules.most, launch.waiverLimit), after: launch.waiverDaysAfter,
  });
  const rulesSay = [rulesLine, whyOptional].filter((one) => one !== null).join(" ");
  return (
    <div className="max-w-3xl">
      <h1 className="pb-5 text-[1.75rem] leading-tight tracking-tight">{words.title}</h1>
      {role === "manager" ? null : <p className="-mt-3 pb-5 text-ink-2">{managers.length > 0 ? fill(words.readOnly, { names: managers.join(", ") }) : words.readOnlyNobody}</p>}
      <Part id="launch" title={words.launch.title}>
        {manages
          ? <LaunchForm launch={slug} set={{ name, zone, goLive, nextReview, version }} zones={["UTC", ...Intl.supportedValuesOf("timeZone")]} words={words} saveSettings={saveSettings} />
          : <LaunchFacts launch={launch} />}
      </Part>
      <Part id="rules" title={words.rules.title} hint={words.rules.hint}>
        {manages && whyOptional !== null ? <p className="pb-3 text-note text-ink-2 [overflow-wrap:anywhere]">{whyOptional}</p> : null}
        {manages ? (
          <RulesForm launch={slug} rules={{ proof: launch.proof, validDays: launch.validDays, waiverLimit: launch.waiverLimit, waiverDaysAfter: launch.waiverDaysAfter, version }} says={rulesSay} words={words} overtaken={overtaken} verdictWords={verdictWords} setRules={setRules} foretellRules={foretellRules} />
        ) : (
          <p className="text-ink-2 [overflow-wrap:anywhere]">{rulesSay}</p>
        )}
      </Part>
      {sections.length > 0 ? (
        <Part id="section-proof" title={words.sectionProof.title} hint={words.sectionProof.hint}>
          <SectionProof launch={slug} sections={sections} rule={{ proof: launch.proof, validDays: launch.validDays }} may={manages} words={words} overtaken={overtaken} verdictWords={verdictWords} setSectionProof={setSectionProof} foretellSectionProof={foretellSectionProof} />
        </Part>
      ) : null}
      <Part id="people" title={words.members.title}>
        <Members launch={slug} members={members} me={actor.id} may={admits} words={words} overtaken={overtaken} roleWords={roleWords} setMemberRole={setMemberRole} removeMember={removeMember} confirmPassword={confirmPassword} erase={actor.admin ? { words: wordsOf("erase"), erasePerson } : null} />
      </Part>
      {admits ? (
        <>
          <Part id="invite" title={words.invite.title} hint={words.invite.hint}>
            <InviteForm launch={slug} zone={zone} words={words} roleWords={roleWords} invite={invite} confirmPassword={confirmPassword} />
          </Part>
          <Part id="invitations" title={words.invitations.title}>
            <Invitations launch={slug} listed={invitations} now={now} zone={zone} words={words} revokeInvitation={revokeInvitation} confirmPassword={confirmPassword} />
          </Part>
        </>
      ) : null}
      <Part id="seats" title={words.seats.title} {...(seats.length > 0 ? { hint: words.seats.hint } : {})}>
        {seats.length === 0 ? <p className="text-note text-ink-3">{words.seats.none}</p> : null}
        {manages ? <p className="pb-2 text-note"><Link prefetch={false} className="link" href={`/launches/${slug}/checklist/edit#seats-title`}>{wordsOf("structure").seats.link}</Link></p> : null}
        <ul>
          {seats.map((seat) => (
            <li key={seat.id} className="grid max-w-2xl items-center gap-x-4 gap-y-2 border-t border-line py-3 sm:grid-cols-[minmax(0,1fr)_16rem] [&>details]:col-span-full">
              <h3 className="text-body">{seat.role}{seat.team ? <span className="font-normal text-ink-3"> · {seat.team}</span> : null}</h3>
              {manages ? (
                <>
                  <AssignHolder quiet launch={slug} seat={{ id: seat.id, role: seat.role, holderId: seat.holderId, version: seat.version }} members={membersOf(state, people, words.someone)} words={holderWords} assignSeat={assignSeat} />
                  <SeatSections launch={slug} seat={{ id: seat.id, role: seat.role, sections: seat.sections, version: seat.version }} sections={sections} words={words} overtaken={overtaken} setSeatSections={setSeatSections} />
                </>
              ) : <p className="text-note text-ink-2">{seat.holderId ? (people[seat.holderId]?.name ?? words.someone) : words.seats.nobody}</p>}
            </li>
          ))}
        </ul>
      </Part>
      <Part id="facts" title={words.facts.title} hint={words.facts.hint}>
        <Facts launch={slug} questions={questions} may={contributes} words={words} applicability={wordsOf("common").applicability} answerFact={answerFact} />
      </Part>
      {admits ? (
        <Part id="badge" title={badgeWords.title} hint={badgeWords.hint}>
          <Badge launch={slug} listed={badgeKeys} now={now} zone={zone} words={badgeWords} common={words} makeBadgeKey={makeBadgeKey} revokeBadgeKey={revokeBadgeKey} confirmPassword={confirmPassword} />
        </Part>
      ) : null}
      {manages ? (
        <Part id="import" title={wordsOf("import").again.linkTitle} hint={wordsOf("import").again.linkHint}>
          <ButtonLink href={`/launches/${slug}/import`}>{wordsOf("import").again.link}</ButtonLink>
        </Part>
      ) : null}
      <Part id="notes" title={words.notes.title} hint={words.notes.hint}>
        <Notes
          notes={notes} people={people} zone={zone}
          controls={(note) => (manages || (contributes && note.authorId === actor.id) ? (
            <NoteActions launch={slug} note={{ id: note.id, kind: note.kind, text: note.text, version: note.version }} words={words} overtaken={overtaken} editNote={editNote} retireNote={retireNote} />
          ) : null)}
        />
        {contributes ? <NoteForm launch={slug} words={words} addNote={addNote} /> : null}
      </Part>
    </div>
  );
}
