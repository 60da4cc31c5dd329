import { currentRule } from "@/lib/domain/judge";
import { version } from "@/package.json";

export const dynamic = "force-dynamic";

export function GET(): Response {
  return Response.json({ version, rule: currentRule }, { headers: { "cache-control": "no-store" } });
}
