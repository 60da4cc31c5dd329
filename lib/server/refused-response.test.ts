import { expect, test } from "vitest";
import type { RefusalWhy } from "@/lib/domain/refusal";
import { refusedResponse } from "./refused-response";

const answered = (why: RefusalWhy) => refusedResponse({ allowed: false, why, sentence: "Not now." });

test.each<[RefusalWhy, number]>([["not-signed-in", 401], ["not-permitted", 403], ["unknown-launch", 404], ["state-moved", 409], ["file-too-large", 413], ["bad-document", 422], ["document-too-slow", 422]])(
  "%s is answered with %d and its sentence, kept by nobody", async (why, status) => {
    const response = answered(why);
    expect([response.status, response.headers.get("cache-control"), response.headers.get("retry-after")]).toEqual([status, "private, no-store", null]);
    expect(await response.json()).toEqual({ allowed: false, why, sentence: "Not now." });
  });

test("a server that reads too many files at once says when to come back, and blames nobody's file", () => {
  const response = answered("readers-busy");
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
});
