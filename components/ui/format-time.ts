/** Dates as people read them: the words are the catalogue's, so that pages, exports and the command line write them alike. */
export { calendarDayWords, daysSince, dayWords, momentWords, relativeWords, shortDayWords } from "@/lib/texts/time-words";
