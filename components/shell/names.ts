/** Names of people, the same on pages and in exports. */
export { nameOf, type People } from "@/lib/report/names";
