import type { Launch } from "./state";

/** The address of the launch that `npm run demo` makes up; nobody else's launch can have it. */
export const demonstrationSlug = "demo";

/** Whether a launch's history is invented: every page of it says so. */
export function isDemonstration(launch: Pick<Launch, "slug">): boolean {
  return launch.slug === demonstrationSlug;
}
