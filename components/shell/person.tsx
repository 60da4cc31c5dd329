import { texts } from "@/lib/texts/texts";
import type { Theme } from "../ui/theme-names";
import { ThemeToggle } from "../ui/theme-toggle";

/** Who is signed in, the theme, and the way out. `signOut` is the server's action: the button works before any script. */
export function Person({ name, theme, signOut }: { name: string; theme: Theme; signOut: () => Promise<void> }) {
  const t = texts("shell");
  return (
    <>
      <ThemeToggle theme={theme} label={t("theme")} words={{ system: t("themes.system"), light: t("themes.light"), dark: t("themes.dark") }} />
      <form action={signOut} data-signs-out className="flex items-baseline justify-between gap-3 text-small text-ink-3">
        <span className="truncate" title={t("signedInAs", { name })}>{name}</span>
        <button type="submit" className="link whitespace-nowrap text-ink-2">{t("signOut")}</button>
      </form>
    </>
  );
}
