import Link from "next/link";
import { eventKinds } from "@/lib/domain/event-kinds";
import type { LaunchState } from "@/lib/domain/state";
import { liveItems, liveSections } from "@/lib/domain/survey";
import { texts } from "@/lib/texts/texts";
import { launchAddress } from "@/lib/domain/address";
import type { People } from "@/lib/report/names";
import { Button, buttonClasses } from "../ui/button";
import { Field, Select } from "../ui/field";

export interface Asked { kind?: string; person?: string; section?: string; item?: string }

/** Filters as a plain form: the address says what is shown, without a script. */
export function HistoryFilters({ state, people, asked }: { state: LaunchState; people: People; asked: Asked }) {
  const t = texts("history");
  const address = launchAddress(state.launch.slug, "history");
  const items = liveItems(state);
  const sections = liveSections(state);
  const filtered = Boolean(asked.kind || asked.person || asked.section || asked.item);
  return (
    <form action={address} method="get" role="search" aria-label={t("filter.title")} className="mb-6 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_1.5fr_auto]">
      <Field id="kind" label={t("filter.kind")}>
        <Select id="kind" name="kind" defaultValue={asked.kind ?? ""}>
          <option value="">{t("filter.anyKind")}</option>
          {eventKinds.map((kind) => <option key={kind} value={kind}>{t(`kind.${kind}`)}</option>)}
        </Select>
      </Field>
      <Field id="person" label={t("filter.person")}>
        <Select id="person" name="person" defaultValue={asked.person ?? ""}>
          <option value="">{t("filter.anyone")}</option>
          {Object.entries(people).sort(([, a], [, b]) => a.name.localeCompare(b.name)).map(([id, { name }]) => <option key={id} value={id}>{name}</option>)}
        </Select>
      </Field>
      <Field id="section" label={t("filter.section")}>
        <Select id="section" name="section" defaultValue={asked.section ?? ""}>
          <option value="">{t("filter.anySection")}</option>
          {sections.map(({ id, key, title }) => <option key={id} value={key}>{key} {title}</option>)}
        </Select>
      </Field>
      <Field id="item" label={t("filter.item")}>
        <Select id="item" name="item" defaultValue={asked.item ?? ""}>
          <option value="">{t("filter.anyItem")}</option>
          {sections.map((section) => (
            <optgroup key={section.id} label={section.title}>
              {items.filter(({ sectionId }) => sectionId === section.id).map(({ id, key, text }) => <option key={id} value={key}>{text}</option>)}
            </optgroup>
          ))}
        </Select>
      </Field>
      <div className="flex gap-2">
        <Button type="submit">{t("filter.show")}</Button>
        {filtered ? <Link prefetch={false} href={address} className={buttonClasses("quiet")}>{t("filter.clear")}</Link> : null}
      </div>
    </form>
  );
}
