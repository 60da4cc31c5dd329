import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { evidence } from "@/lib/domain/testing/build";
import type { SeriesPoint } from "./series";
import { SeriesPlot } from "./series-plot";

const point = (value: number, day: number): SeriesPoint => ({
  value, stands: "superseded", outcome: value < 200 ? "pass" : "fail", proof: evidence(`e${day}`, "i", { kind: "measurement", value, trueAt: `2026-03-0${day}T10:00:00.000Z` }),
});
const drawn = (limit: number | null): string => renderToStaticMarkup(createElement(SeriesPlot, { series: [point(230, 2), point(180, 1)], limit, unit: "ms" }));

test("the limit's line says which limit it is; a series without one has no such line", () => {
  expect(drawn(200)).toContain(">200 ms</text>");
  expect(drawn(null)).not.toContain("</text>");
});
test("what fails is drawn as a cross and the rest as points, superseded or not", () => {
  expect([drawn(200).match(/<circle/g), drawn(200).match(/<path/g)].map((all) => all?.length)).toEqual([1, 1]);
});
