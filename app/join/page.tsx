import type { Metadata } from "next";
import { EntryFrame } from "@/components/entry/frame";
import { JoinEntry } from "@/components/entry/join";
import { texts } from "@/lib/texts/texts";
import { wordsOf } from "@/lib/texts/words";
import { join, lookAtInvitation } from "./actions";

export function generateMetadata(): Metadata {
  return { title: texts("entry")("join.titleWaiting") };
}

export default function JoinPage() {
  return (
    <EntryFrame product={texts("common")("product")}>
      <JoinEntry words={wordsOf("entry").join} roles={wordsOf("common").role} lookAtInvitation={lookAtInvitation} join={join} />
    </EntryFrame>
  );
}
