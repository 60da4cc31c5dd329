import type { Metadata } from "next";
import { NoPermission } from "@/components/shell/no-permission";
import { StructureEditor } from "@/components/structure/structure-editor";
import { dayWords } from "@/lib/texts/time-words";
import { ButtonLink } from "@/components/ui/button";
import { launchAddress } from "@/lib/domain/address";
import { takes } from "@/lib/domain/open-acts";
import { structureView } from "@/lib/domain/structure-view";
import { requireLaunch } from "@/lib/server/auth";
import { readFollowOffers } from "@/lib/server/queries/follow-offers";
import { texts } from "@/lib/texts/texts";
import { wordsOf } from "@/lib/texts/words";
import { undo } from "../../actions";
import { foretellRetire } from "../../foretell-actions";
import * as actions from "../../structure-actions";

interface Props { params: Promise<{ launch: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { state } = await requireLaunch((await params).launch);
  return { title: `${texts("structure")("title")} · ${state.launch.name}` };
}

/** Sections, groups, items and seats, for managers. */
export default async function EditStructurePage({ params }: Props) {
  const { state, judgement, people, role } = await requireLaunch((await params).launch);
  if (role !== "manager" || !takes(state.launch, "edit-structure")) return <NoPermission state={state} people={people} role={role} />;
  const words = { structure: wordsOf("structure"), foretold: wordsOf("settings").foretold, common: wordsOf("common") };
  const { slug, zone } = state.launch;
  const view = structureView(state, judgement);
  return (
    <div className="max-w-3xl">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h1 className="text-[1.75rem] leading-tight tracking-tight">{words.structure.title}</h1>
        <ButtonLink small href={launchAddress(slug, "checklist")}>{words.structure.back}</ButtonLink>
      </div>
      <p className="mt-1 pb-6 text-ink-2">{words.structure.lead}</p>
      <StructureEditor
        launch={slug} view={view} offers={await readFollowOffers(state)} whenOf={Object.fromEntries(view.retired.map(({ id, at }) => [id, dayWords(at, zone)]))} settings={`${launchAddress(slug, "settings")}#seats`}
        actions={{ ...actions, foretellRetire, undo }} words={words}
      />
    </div>
  );
}
