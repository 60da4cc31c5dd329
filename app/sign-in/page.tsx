import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EntryFrame } from "@/components/entry/frame";
import { ownPath } from "@/components/entry/own-path";
import { SignInForm } from "@/components/entry/sign-in-form";
import { visit } from "@/lib/server/auth";
import { texts } from "@/lib/texts/texts";
import { wordsOf } from "@/lib/texts/words";

export function generateMetadata(): Metadata {
  return { title: texts("entry")("signIn.title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const to = ownPath((await searchParams).from);
  if (await visit(null)) redirect(to);
  const words = wordsOf("entry").signIn;
  return (
    <EntryFrame product={texts("common")("product")} title={words.title}>
      <p className="-mt-3 text-ink-2">{words.lead}</p>
      <noscript><p className="text-stop">{words.noScript}</p></noscript>
      <SignInForm words={words} to={to} />
      <p className="text-note text-ink-3">{words.noAccount}</p>
    </EntryFrame>
  );
}
