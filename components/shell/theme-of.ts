import { themes, type Theme } from "../ui/theme-names";

/** The theme a cookie asks for; anything else follows the system. */
export function themeOf(cookie: string | undefined): Theme {
  return themes.find((theme) => theme === cookie) ?? "system";
}
