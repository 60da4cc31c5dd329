import Link from "next/link";
import type { ReactNode } from "react";
import { texts } from "@/lib/texts/texts";
import type { Summary } from "@/lib/domain/update";
import { LiveCount } from "../live/live";
import { launchAddress } from "@/lib/domain/address";
import { NavLink } from "./nav-link";

/** The pages of a launch, with what waits in them. On a phone the entries flow in rows above the page: none is hidden. */
export function LaunchNav({ slug, revision, summary, foot }: { slug: string; revision: number; summary: Summary; foot: ReactNode }) {
  const t = texts("shell");
  return (
    <nav aria-label={t("nav")} className="flex flex-col text-note max-md:border-b max-md:border-line max-md:px-4 max-md:pt-3 max-md:pb-2 md:sticky md:top-0 md:max-h-dvh md:min-h-dvh md:overflow-y-auto md:border-r md:border-line md:px-4 md:py-5">
      <Link prefetch={false} href="/" title={t("allLaunches")} className="block px-2.5 max-md:-mx-2.5 text-body font-semibold tracking-tight max-md:pb-1 md:mb-5">{texts("common")("product")}</Link>
      <ul className="flex flex-wrap max-md:-mx-2.5 max-md:gap-x-0.5 md:flex-col">
        <li><NavLink href={launchAddress(slug)} exact>{t("overview")}</NavLink></li>
        <li>
          <NavLink href={launchAddress(slug, "checklist")} also={[`${launchAddress(slug)}/items`]}>
            {t("checklist")} <Counted><LiveCount launch={slug} revision={revision} of="in-the-way" initial={String(summary.inTheWay)} /></Counted>
          </NavLink>
        </li>
        <li>
          <NavLink href={launchAddress(slug, "sign-off")}>
            {t("sign-off")} {summary.seats > 0 ? <Counted><LiveCount launch={slug} revision={revision} of="seats" initial={`${summary.seatsGo}/${summary.seats}`} /></Counted> : null}
          </NavLink>
        </li>
        <li><NavLink href={launchAddress(slug, "night")}>{t("night")}</NavLink></li>
        <li><NavLink href={launchAddress(slug, "history")}>{t("history")}</NavLink></li>
        <li><NavLink href={launchAddress(slug, "report")}>{t("report")}</NavLink></li>
        <li><NavLink href={launchAddress(slug, "settings")}>{t("settings")}</NavLink></li>
      </ul>
      <div className="mt-auto grid gap-2 px-2.5 pt-6 max-md:hidden">{foot}</div>
    </nav>
  );
}

function Counted({ children }: { children: ReactNode }) {
  return <small className="text-small text-ink-3">{children}</small>;
}
