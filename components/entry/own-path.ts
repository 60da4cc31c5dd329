/** The path to go to after signing in: only one of this site's own, so that a link cannot lead a person elsewhere. */
export function ownPath(from: string | string[] | undefined): string {
  const path = typeof from === "string" ? from : "/";
  // A browser reads "//host", "/\host" and "/<tab>/host" as another site.
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path) || /^\/sign-in\b/.test(path)) return "/";
  return path;
}
