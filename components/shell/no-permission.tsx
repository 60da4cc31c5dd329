import type { LaunchState, Role } from "@/lib/domain/state";
import { texts } from "@/lib/texts/texts";
import { ButtonLink } from "../ui/button";
import { Notice } from "../ui/notice";
import { isOver } from "@/lib/domain/find-item";
import { launchAddress } from "@/lib/domain/address";
import type { People } from "@/lib/report/names";

/** For a page that the reader's role does not open, or an archived launch to nobody: who could, and the way back. */
export function NoPermission({ state, people, role }: { state: LaunchState; people: People; role: Role }) {
  const t = texts("shell");
  // Whoever may, may not either: the frame says why, and how it comes back.
  if (isOver(state)) return <Notice as="h1" mark={{ shape: "dash", tone: "warn" }} title={t("noPermission.overTitle")} action={<ButtonLink href={launchAddress(state.launch.slug)}>{t("noPermission.action")}</ButtonLink>} />;
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
