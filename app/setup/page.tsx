import type { Metadata } from "next";
import { EntryFrame } from "@/components/entry/frame";
import { SetUpEntry } from "@/components/entry/set-up";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { isSetUp } from "@/lib/server/commands/set-up";
import { reads } from "@/lib/server/db";
import { texts } from "@/lib/texts/texts";
import { wordsOf } from "@/lib/texts/words";
import { setUp } from "./actions";

export function generateMetadata(): Metadata {
  return { title: texts("entry")("setup.title") };
}

export default async function SetUpPage() {
  const words = wordsOf("entry").setup;
  const done = await isSetUp(reads());
  return (
    <EntryFrame product={texts("common")("product")}>
      {done
        ? <Notice as="h1" title={words.done.title} action={<ButtonLink href="/sign-in">{words.toSignIn}</ButtonLink>}>{words.done.text}</Notice>
        : <SetUpEntry words={words} setUp={setUp} />}
    </EntryFrame>
  );
}
