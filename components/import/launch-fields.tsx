import type importing from "@/lib/texts/en/import.json";
import { fill } from "../fill";
import { describedBy, Field, Input } from "../ui/field";
import type { Refused } from "../use-submit";

export interface Typed { name: string; slug: string; zone: string }
const fields: readonly string[] = ["name", "slug", "zone"];

/** Name, address and zone of a launch to be; what is wrong stands beside the field it is about. */
export function LaunchFields({ values, zones, words, refused, onType }: {
  values: Typed; zones: readonly string[]; words: (typeof importing)["create"]; refused: Refused | null; onType: (change: Partial<Typed>) => void;
}) {
  const errorOf = (field: keyof Typed): string | undefined => (refused?.field === field ? refused.sentence : undefined);
  const input = (field: keyof Typed, hint: boolean) => {
    const described = describedBy(field, { hint, error: errorOf(field) });
    return {
      id: field, name: field, required: true, value: values[field], onChange: (event: { target: { value: string } }) => onType({ [field]: event.target.value }),
      ...(described ? { "aria-describedby": described } : {}), ...(errorOf(field) ? { "aria-invalid": true as const } : {}),
    };
  };
  return (
    <>
      <Field id="name" label={words.name} error={errorOf("name")}><Input {...input("name", false)} maxLength={200} autoComplete="off" /></Field>
      <Field id="slug" label={words.address} hint={fill(words.addressHint, { slug: values.slug || "…" })} error={errorOf("slug")}>
        <Input {...input("slug", true)} maxLength={64} autoComplete="off" autoCapitalize="off" spellCheck={false} />
      </Field>
      <Field id="zone" label={words.zone} hint={words.zoneHint} error={errorOf("zone")}>
        <Input {...input("zone", true)} maxLength={64} list="zones" autoComplete="off" spellCheck={false} />
      </Field>
      <datalist id="zones">{zones.map((zone) => <option key={zone} value={zone} />)}</datalist>
      {refused && !fields.includes(refused.field ?? "") ? <p role="alert" className="text-note text-stop">{refused.sentence}</p> : null}
    </>
  );
}
