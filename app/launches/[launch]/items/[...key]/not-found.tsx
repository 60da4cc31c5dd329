import { headers } from "next/headers";
import { launchAddress } from "@/lib/domain/address";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { wordsOf } from "@/lib/texts/words";

/** Inside a launch one may see, but at no item of it. */
export default async function NoSuchItem() {
  const words = wordsOf("item").missing;
  const slug = /^\/launches\/([^/]+)\//.exec((await headers()).get("x-readiness-path") ?? "")?.[1];
  return (
    <Notice as="h1" mark={{ shape: "question", tone: "mute" }} title={words.title} action={<ButtonLink href={slug ? launchAddress(decodeURIComponent(slug), "checklist") : "/"}>{words.action}</ButtonLink>}>
      {words.text}
    </Notice>
  );
}
