"use client";
import words from "@/lib/texts/en/failure.json";
import { fill } from "../fill";
import { Button, buttonClasses } from "../ui/button";
import { Notice } from "../ui/notice";

/** What is shown instead of a page that failed. Its words come as plain data: an error has no server to hand them down. */
export function Failure({ digest, retry }: { digest: string | undefined; retry: () => void }) {
  return (
    <main className="mx-auto max-w-[60rem] px-4 py-8 sm:px-8">
      <title>{words.title}</title>
      <Notice
        as="h1" mark={{ shape: "triangle", tone: "stop" }} title={words.title}
        action={<><Button look="primary" onClick={retry}>{words.action}</Button><a href="/" className={buttonClasses()}>{words.home}</a></>}
      >
        <p>{words.text}</p>
        {digest ? <p className="mt-2 font-mono text-small">{fill(words.code, { code: digest })}</p> : null}
      </Notice>
    </main>
  );
}
