import type { LaunchState, Role } from "@/lib/domain/state";
import { texts } from "@/lib/texts/texts";
import { ButtonLink } from "../ui/button";
import { Notice } from "../ui/notice";
import { launchAddress } from "@/lib/domain/address";
import type { People } from "@/lib/report/names";

/** For a page that the reader's role does not open: who could, and the way back. */
export function NoPermission({ state, people, role }: { state: LaunchState; people: People; role: Role }) {
  const t = texts("shell");
  const managers = Object.values(state.member).filter((member) => member.role === "manager").flatMap(({ id }) => people[id]?.name ?? []);
  return (
    <Notice
      as="h1" mark={{ shape: "dash", tone: "warn" }} title={t("noPermission.title")}
      action={<ButtonLink href={launchAddress(state.launch.slug)}>{t("noPermission.action")}</ButtonLink>}
    >
      <p>{t("noPermission.text", { role: texts("common")(`role.${role}`).toLowerCase(), launch: state.launch.name })}</p>
      {managers.length > 0 ? <p className="mt-1.5">{t("noPermission.managers", { names: managers.join(", ") })}</p> : null}
    </Notice>
  );
}
