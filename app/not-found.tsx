import type { Metadata } from "next";
import { headers } from "next/headers";
import { PlainPage } from "@/components/shell/plain-page";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { UnsentWords } from "@/components/unsent/unsent-words";
import { texts } from "@/lib/texts/texts";
import { wordsOf } from "@/lib/texts/words";

export const metadata: Metadata = { title: texts("shell")("notFound.title") };

/** For an address that does not exist and for one that is somebody else's: the two look the same on purpose. */
export default async function NotFound() {
  await headers();
  const t = texts("shell");
  return (
    <PlainPage>
      <Notice as="h1" mark={{ shape: "question", tone: "mute" }} title={t("notFound.title")} action={<ButtonLink href="/">{t("notFound.action")}</ButtonLink>}>
        <p>{t("notFound.text")}</p>
      </Notice>
      {/* Also for whoever was taken off a launch while typing in it. */}
      <UnsentWords standing={null} words={wordsOf("shell").unsent} />
    </PlainPage>
  );
}
