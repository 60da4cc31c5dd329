import { launchAddress } from "@/lib/domain/address";
import { wallOf } from "@/lib/domain/zone";
import { wordsOf } from "@/lib/texts/words";
import { fill } from "../fill";
import { Button, buttonClasses } from "../ui/button";
import { Field, Input } from "../ui/field";

/** Asks for a moment, and another to compare it with. A plain form: the address says what is shown, without a script. */
export function LookBack({ slug, zone, now, at, compared }: { slug: string; zone: string; now: string; at: string; compared: string }) {
  const { form: words } = wordsOf("past");
  const address = launchAddress(slug, "history");
  const max = wallOf(now, zone);
  return (
    <form action={address} method="get" aria-label={words.title} className="mb-6 flex flex-wrap items-end gap-3 border-y border-line py-4">
      <Field id="at" label={fill(words.at, { zone })}><Input id="at" name="at" type="datetime-local" required max={max} defaultValue={at} /></Field>
      <Field id="with" label={words.with}><Input id="with" name="with" type="datetime-local" max={max} defaultValue={compared} title={words.withHint} /></Field>
      <Button type="submit">{words.show}</Button>
      <a href={`${address}?check=1`} className={buttonClasses("quiet")}>{words.check}</a>
    </form>
  );
}
