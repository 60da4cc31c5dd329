import type { Metadata } from "next";
import { ImportAgain } from "@/components/import/import-again";
import { NoPermission } from "@/components/shell/no-permission";
import { launchAddress } from "@/lib/domain/address";
import { takes } from "@/lib/domain/open-acts";
import { requireLaunch } from "@/lib/server/auth";
import { texts } from "@/lib/texts/texts";
import { wordsOf } from "@/lib/texts/words";
import { undo } from "../actions";

interface Props { params: Promise<{ launch: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { state } = await requireLaunch((await params).launch);
  return { title: `${texts("import")("again.title")} · ${state.launch.name}` };
}

/** A newer text of the checklist into a living launch, for managers. */
export default async function ImportAgainPage({ params }: Props) {
  const { state, people, role } = await requireLaunch((await params).launch);
  const may = role === "manager" && takes(state.launch, "import");
  const { slug } = state.launch;
  const seats = Object.fromEntries(Object.values(state.seat).map((seat) => [seat.id, seat.role]));
  return (
    <ImportAgain
      shut={may ? null : <NoPermission state={state} people={people} role={role} />}
      launch={slug} checklist={launchAddress(slug, "checklist")} seats={seats} work={wordsOf("common").work} words={wordsOf("import")} undo={undo}
    />
  );
}
